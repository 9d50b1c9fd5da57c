import type { CommandOf } from '@annals/event-sourcing';
import type * as clock from './clock.commands.js';
import type * as conversion from './conversion.commands.js';
import type * as routed from './routed-lead.commands.js';
import type * as commands from './lead.commands.js';

/** Commands of callers, of hand-overs, of rules and of the clock. */
export type LeadCommand =
  CommandOf<typeof commands> | CommandOf<typeof conversion> | CommandOf<typeof clock> | CommandOf<typeof routed>;

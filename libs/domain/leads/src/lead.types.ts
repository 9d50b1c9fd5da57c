import type { CommandOf } from '@annals/event-sourcing';
import type * as clock from './clock.commands.js';
import type * as conversion from './conversion.commands.js';
import type * as commands from './lead.commands.js';

/** Commands of callers, of hand-overs and of the clock. */
export type LeadCommand = CommandOf<typeof commands> | CommandOf<typeof conversion> | CommandOf<typeof clock>;

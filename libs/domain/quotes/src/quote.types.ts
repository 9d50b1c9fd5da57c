import type { CommandOf } from '@annals/event-sourcing';
import type * as approval from './approval.commands.js';
import type * as clock from './clock.commands.js';
import type * as commands from './quote.commands.js';

/** Commands of callers and of the clock. */
export type QuoteCommand = CommandOf<typeof commands> | CommandOf<typeof approval> | CommandOf<typeof clock>;

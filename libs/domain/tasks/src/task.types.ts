import type { CommandOf } from '@annals/event-sourcing';
import type * as commands from './task.commands.js';

/** Commands of callers and of hand-overs. */
export type TaskCommand = CommandOf<typeof commands>;

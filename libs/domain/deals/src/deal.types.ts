import type { CommandOf } from '@annals/event-sourcing';
import type * as commands from './deal.commands.js';
import type * as estimating from './estimate.commands.js';
import type * as lineCommands from './line.commands.js';
import type * as losing from './loss.commands.js';
import type * as trading from './trading.commands.js';
import type * as passing from './pass.commands.js';
import type * as withdrawal from './withdrawal.commands.js';

/** Commands about deals, their lines, probabilities, owners and losses. */
export type DealCommand =
  | CommandOf<typeof commands>
  | CommandOf<typeof estimating>
  | CommandOf<typeof lineCommands>
  | CommandOf<typeof losing>
  | CommandOf<typeof passing>
  | CommandOf<typeof trading>
  | CommandOf<typeof withdrawal>;

import type { CommandOf } from '@annals/event-sourcing';
import type * as priceCommands from './price.commands.js';
import type * as commands from './product.commands.js';

/** Commands about products and their prices. */
export type ProductCommand = CommandOf<typeof commands> | CommandOf<typeof priceCommands>;

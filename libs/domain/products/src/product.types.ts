import type { CommandOf } from '@annals/event-sourcing';
import type * as commands from './product.commands.js';

export type ProductCommand = CommandOf<typeof commands>;

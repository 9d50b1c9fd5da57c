import type { CommandOf } from '@annals/event-sourcing';
import type * as commands from './attachment.commands.js';

export type AttachmentCommand = CommandOf<typeof commands>;

import type { CommandOf } from '@annals/event-sourcing';
import type * as commands from './offer.commands.js';

export type OfferCommand = CommandOf<typeof commands>;

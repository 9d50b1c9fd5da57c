import type { KnownCustomer } from '@annals/contracts-customers';
import type { ComplaintEvent } from '@annals/contracts-complaints';
import type { CommandOf, Decider } from '@annals/event-sourcing';
import type * as clock from './clock.commands.js';
import type * as commands from './complaint.commands.js';
import type { Complaint } from './complaint.state.js';
import type * as handling from './handling.commands.js';
import type * as passing from './pass.commands.js';

/** Commands of callers, of the clock and of hand-overs. */
export type ComplaintCommand =
  CommandOf<typeof commands> | CommandOf<typeof handling> | CommandOf<typeof clock> | CommandOf<typeof passing>;

/** What other streams say: of the customer, and whose deal it is. */
export type Around = { readonly customer: KnownCustomer; readonly dealOf: string | null };

export type ComplaintRules = Decider<ComplaintCommand, Complaint, ComplaintEvent, Around>['decide'];

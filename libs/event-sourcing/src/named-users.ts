import type { EventStore } from './event-store.js';
import type { NewEvent } from './message.js';

/** Revisions of streams, by their names. */
export type Revisions = NonNullable<NewEvent['decidedOn']>;

/** A user whom a command names; `field` is where. */
export type NamedUser = { readonly field: string; readonly userId: string; readonly mustBeActive: boolean };

/**
 * Reads in the log whether users are known and active, and returns the revisions that say so. Throws a `Rejection` if one
 * is not. Costs the same however many users there are.
 */
export type UserRegister = (log: EventStore, users: readonly NamedUser[]) => Promise<Revisions>;

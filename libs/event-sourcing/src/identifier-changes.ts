import type { Decider, Identifier } from './decider.js';
import type { EventStore } from './event-store.js';
import type { Event } from './message.js';
import { Reservations, type Claimant } from './reservation.js';
import type { Naming } from './stamp.js';
import { stateOf } from './stream-state.js';

/** Unique values are being reserved anew, so that it is not known yet whether one is free. Nothing was stored. */
export class ReservationsNotReady extends Error {
  override readonly name = 'ReservationsNotReady';
}

/** Releases what was reserved for a command that is refused after all. */
export type GiveBack = () => Promise<void>;

export type ReservationOptions = {
  readonly naming: Naming;
  /** The time in milliseconds since 1970; by default that of the system. */
  readonly now?: (() => number) | undefined;
  /** Awaited before a value is reserved: throws `ReservationsNotReady` while that must not be. */
  readonly reservable?: (() => Promise<void>) | undefined;
};

/** The values that a command reserves and releases: reserved before the append and released after it, so that none is free in between. */
export const identifierChanges = <C extends { type: string }, S, E extends Event, X>(
  store: EventStore,
  decider: Decider<C, S, E, X>,
  before: S,
  after: S,
  options: ReservationOptions,
) => {
  const [had, has] = [before, after].map((state) => decider.identifiers?.(state) ?? []) as [Held, Held];
  const reservations = reservationsOf(store, decider, options);

  return {
    /** Read before the append, so that a later reservation of the value by another command is noticed. */
    freed: () =>
      Promise.all(
        without(had, has).map(async (identifier) => ({ identifier, place: await reservations.find(identifier) })),
      ),
    /** The result releases them again. */
    async reserve(by: Claimant): Promise<GiveBack> {
      const taken = without(has, had);
      if (taken.length > 0) await options.reservable?.();
      await reservations.reserve(taken, by);
      return () => reservations.giveBack(taken, by);
    },
    release: reservations.release.bind(reservations),
  };
};

/**
 * Reserves what a stream holds in its present normal form, for logs that were written with another one. Returns the kinds
 * of values that others hold, too.
 */
export const reserveAnew = async <C extends { type: string }, S, E extends Event, X>(
  store: EventStore,
  decider: Decider<C, S, E, X>,
  { holder, origin }: Omit<Claimant, 'subject'>,
  options: ReservationOptions,
): Promise<readonly string[]> => {
  const { state, first } = await stateOf(store, decider, holder);
  const reservations = reservationsOf(store, decider, options);
  const shared: string[] = [];
  for (const identifier of decider.identifiers?.(state) ?? [])
    if (await reservations.reserveAnew(identifier, { holder, subject: first!.subject, origin }))
      shared.push(identifier.kind);
  return shared;
};

const reservationsOf = <C extends { type: string }, S, E extends Event, X>(
  store: EventStore,
  decider: Decider<C, S, E, X>,
  { naming, now }: ReservationOptions,
) => {
  const holds = async (holder: string, identifier: Identifier) => {
    const { state } = await stateOf(store, decider, holder);
    return (decider.identifiers?.(state) ?? []).some((other) => same(identifier, other));
  };
  return new Reservations(store, naming, holds, now);
};

type Held = readonly Identifier[];

const without = (some: readonly Identifier[], others: readonly Identifier[]) =>
  some.filter((one) => !others.some((other) => same(one, other)));

const same = (one: Identifier, other: Identifier) => one.kind === other.kind && one.value === other.value;

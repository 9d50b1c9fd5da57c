import type { Decider, Identifier } from './decider.js';
import type { EventStore } from './event-store.js';
import type { Event } from './message.js';
import { Reservations, type Claimant } from './reservation.js';
import type { Naming } from './stamp.js';
import { stateOf } from './stream-state.js';

/** Releases what was reserved for a command that is refused after all. */
export type GiveBack = () => Promise<void>;

type Options = { readonly naming: Naming; readonly now?: (() => number) | undefined };

/** The values that a command reserves and releases: reserved before the append and released after it, so that none is free in between. */
export const identifierChanges = <C extends { type: string }, S, E extends Event, X>(
  store: EventStore,
  decider: Decider<C, S, E, X>,
  before: S,
  after: S,
  { naming, now }: Options,
) => {
  const heldBy = (state: S) => decider.identifiers?.(state) ?? [];
  const [had, has] = [heldBy(before), heldBy(after)];
  const holds = async (holder: string, identifier: Identifier) =>
    heldBy((await stateOf(store, decider, holder)).state).some((other) => same(identifier, other));
  const reservations = new Reservations(store, naming, holds, now);

  return {
    /** Read before the append, so that a later reservation of the value by another command is noticed. */
    freed: () =>
      Promise.all(
        without(had, has).map(async (identifier) => ({ identifier, place: await reservations.find(identifier) })),
      ),
    /** The result releases them again. */
    async reserve(by: Claimant): Promise<GiveBack> {
      const taken = without(has, had);
      await reservations.reserve(taken, by);
      return () => reservations.giveBack(taken, by);
    },
    release: reservations.release.bind(reservations),
  };
};

const without = (some: readonly Identifier[], others: readonly Identifier[]) =>
  some.filter((one) => !others.some((other) => same(one, other)));

const same = (one: Identifier, other: Identifier) => one.kind === other.kind && one.value === other.value;

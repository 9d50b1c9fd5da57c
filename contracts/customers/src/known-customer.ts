import { ImmutableMap, type EventOf, type Of } from '@annals/event-sourcing';
import type { mergingContracts } from './merging.js';

type DataOf<Type> = Of<EventOf<(typeof mergingContracts)[number]>, Type>['data'];

/** What other slices need to know of a customer. */
export type KnownCustomer = {
  /** `null` before it is registered. */
  readonly customerId: string | null;
  readonly isRegistered: boolean;
  /** Into whom it is merged, or is about to be. */
  readonly survivorId: string | null;
  /** By the id of each customer who is merged into it, those who were merged into that one before; `null` if that was undone. */
  readonly merged: ImmutableMap<readonly string[] | null>;
};

export const NOT_KNOWN: KnownCustomer = {
  ...{ customerId: null, isRegistered: false, survivorId: null },
  merged: ImmutableMap.empty(),
};

const joined = (known: KnownCustomer, { survivorId }: DataOf<'MergeBegun'>): KnownCustomer => ({
  ...known,
  survivorId,
});
const parted = (known: KnownCustomer): KnownCustomer => ({ ...known, survivorId: null });

/** The steps by which it follows from the customer's own stream. */
export const knownCustomer = {
  CustomerRegistered: (known: KnownCustomer, { customerId }: { readonly customerId: string }): KnownCustomer => ({
    ...known,
    ...{ customerId, isRegistered: true },
  }),
  CustomerWithdrawn: (): KnownCustomer => NOT_KNOWN,
  MergeBegun: joined,
  MergeAbandoned: parted,
  CustomerRestored: parted,
  CustomersMerged: (known: KnownCustomer, { mergedId, files }: DataOf<'CustomersMerged'>): KnownCustomer => ({
    ...known,
    merged: known.merged.with(mergedId, files),
  }),
  MergeUndone: (known: KnownCustomer, { mergedId }: DataOf<'MergeUndone'>): KnownCustomer => ({
    ...known,
    merged: known.merged.with(mergedId, null),
  }),
};

/** The same steps for a rule that needs to know more than the customer. */
export const aroundCustomer = <Around extends { readonly customer: KnownCustomer }>() =>
  Object.fromEntries(
    Object.entries(knownCustomer).map(([type, step]) => [
      type,
      (around: Around, data: never): Around => ({ ...around, customer: step(around.customer, data) }),
    ]),
  );

/** The ids of all customers who are merged into it. */
export const filesIn = ({ merged }: KnownCustomer): readonly string[] =>
  Array.from(merged).flatMap(([mergedId, files]) => (files ? [mergedId, ...files] : []));

/** Whether a record of another customer is one of this customer, because they are merged. */
export const isOneWith = (known: KnownCustomer, customerId: string): boolean =>
  known.survivorId === customerId || filesIn(known).includes(customerId);

/** Whether a record of `ownerId` is one of this customer; `null` if there is no such record. */
export const isTheirs = (known: KnownCustomer, customerId: string, ownerId: string | null): boolean =>
  ownerId === customerId || (ownerId !== null && isOneWith(known, ownerId));

/** A command about a merged customer, as one about the survivor, so that nothing is lost. */
export const forSurvivor = <Command extends { readonly customerId: string }>(
  command: Command,
  { survivorId }: KnownCustomer,
): Command => (survivorId === null ? command : { ...command, customerId: survivorId });

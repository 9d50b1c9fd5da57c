import { asFieldChange, customerProblems, sinceOf, withChanges, withDatedChanges } from '@annals/contracts-customers';
import type { CustomerEvent, CustomerProfile, RecordedChange } from '@annals/contracts-customers';
import type { Decider, Occurred } from '@annals/event-sourcing';
import { withConsent, withExpiry, withoutWords, withWord } from './customer.consents.js';
import { withMerge, withUndone } from './customer.merges.js';
import { numbersAfter, touched } from './customer.parts.js';
import { begun, type ComingChange, type Customer, type Registered } from './customer.registered.js';
import { toldAfter } from './customer.told.js';

export type { ComingChange, Customer, Other, Registered } from './customer.registered.js';

/** When facts occurred that do not say it. */
const EARLIEST = new Date(0).toISOString();

// A change before the registration changes nothing: there is no customer yet.
const changed =
  <Data>(change: (customer: Registered, data: Data, at: string) => Partial<Registered>) =>
  (customer: Customer, data: Data, { occurredAt = EARLIEST }: Partial<Occurred>): Customer =>
    customer && { ...customer, ...change(customer, data, occurredAt) };

/** Rejects with `CustomerNotRegistered` and with `CustomerMerged`. */
export const registered = (customer: Customer, customerId: string): Registered =>
  expectUnmerged(customer ?? customerProblems.reject('CustomerNotRegistered', { customerId }));

export const expectUnmerged = (customer: Registered): Registered => {
  const { customerId, merges } = customer;
  const { survivorId } = merges;
  return survivorId === null ? customer : customerProblems.reject('CustomerMerged', { customerId, survivorId });
};

/** The pending changes, in the order in which they take effect. */
export const toCome = ({ coming }: Registered): readonly ComingChange[] =>
  coming.values().filter((change) => change !== null);

const comingKey = ({ effectiveDate, number }: Pick<ComingChange, 'effectiveDate' | 'number'>) =>
  `${effectiveDate}/${`${number}`.padStart(9, '0')}`;

export const fieldsOf = (changes: readonly RecordedChange[]): readonly string[] => changes.map(({ field }) => field);

const touchedBy = (changes: readonly RecordedChange[]) => changes.map(asFieldChange).flatMap(touched);

export const evolve: Decider<never, Customer, CustomerEvent>['evolve'] = {
  CustomerRegistered: (_, { customerId, profile }, { occurredAt = EARLIEST }: Partial<Occurred>) =>
    begun(customerId, profile, occurredAt),
  CustomerDataChanged: changed((before, { customerId, number, changes, ...notes }, at) => {
    const parts = withChanges<Partial<CustomerProfile>>({}, changes);
    const partNumbers = numbersAfter(customerId, parts, before.partNumbers); // parts of pending changes have numbers, too
    if (number === undefined) {
      const since = sinceOf(notes.effectiveDate, at);
      const told = toldAfter(before.told, { ...notes, changes }, since);
      const partChanges = before.partChanges.with(touchedBy(changes), notes);
      return { ...withDatedChanges(before, changes, since), partNumbers, told, partChanges };
    }
    const change = { ...notes, number, changes };
    const coming = before.coming.with(comingKey(change), change);
    return { coming, laterChanges: before.laterChanges + 1, partNumbers };
  }),
  DataChangeTookEffect: changed((before, { changes, ...change }) => {
    const announced = before.coming.get(comingKey(change));
    const since = sinceOf(change.effectiveDate);
    return {
      ...withDatedChanges(before, changes, since),
      ...(announced && {
        told: toldAfter(before.told, announced, since),
        partChanges: before.partChanges.with(touchedBy(changes), announced),
      }),
      coming: before.coming.with(comingKey(change), null),
    };
  }),
  OwnerAssigned: changed(({ owners }, { owner }, at) => ({ owners: owners.with(at, owner) })),
  NeedRecorded: changed(({ needs }, need, since) => ({ needs: needs.with(need.needId, { need, since }) })),
  NeedEnded: changed(({ endedNeeds }, { needId }) => ({ endedNeeds: endedNeeds.with(needId, true) })),
  NeedClosed: changed(({ closedNeeds }, closed) => ({ closedNeeds: closedNeeds.with(closed.needId, closed) })),
  ContactPreferenceSet: changed(({ preferences }, { preference }, at) => ({
    preferences: preferences.with(at, preference),
  })),
  ConsentGiven: changed(({ words }, given, at) => ({ words: withConsent(words, given, at) })),
  ConsentWithdrawn: changed(({ words }, kind, at) => ({ words: withWord(words, kind, at, 'withdrawn') })),
  ConsentExpired: changed(({ words }, expired, at) => ({ words: withExpiry(words, expired, at) })),
  CustomerWithdrawn: () => null,
  MergeBegun: changed(({ merges }, { survivorId }) => ({ merges: { ...merges, survivorId } })),
  MergeAbandoned: changed(({ merges }) => ({ merges: { ...merges, survivorId: null } })),
  CustomerRestored: changed(({ merges }) => ({ merges: { ...merges, survivorId: null } })),
  CustomersMerged: changed((customer, merged, at) => ({ merges: withMerge(customer.merges, merged, at, customer) })),
  MergeUndone: changed(({ merges, words }, undone, at) => ({
    merges: withUndone(merges, undone),
    words: withoutWords(words, undone.unsaid, at),
  })),
  CustomerLost: changed(({ relations }, { reason, competitor }, at) => ({
    relations: relations.with(at, { loss: { reason, competitor } }),
  })),
  CustomerWonBack: changed(({ relations }, { reason }, at) => ({ relations: relations.with(at, { wonBack: reason }) })),
  CustomerFellSilent: changed((_, { lastActivityAt, silentDays }) => ({ silence: { lastActivityAt, silentDays } })),
};

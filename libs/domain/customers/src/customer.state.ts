import { asFieldChange, customerProblems, sinceOf, withChanges, withDatedChanges } from '@annals/contracts-customers';
import type {
  ContactPreference,
  CustomerEvent,
  CustomerProfile,
  DatedProfile,
  RecordedChange,
} from '@annals/contracts-customers';
import { Changes, type Staff } from '@annals/contracts-values';
import { ImmutableMap, type Decider, type Occurred, type Of } from '@annals/event-sourcing';
import { NO_WORDS, withConsent, withExpiry, withWord, type Words } from './customer.consents.js';
import { numbersAfter, touched, type PartNumbers } from './customer.parts.js';
import { toldAfter, type ChangeNotes, type Told } from './customer.told.js';

type DataOf<Type> = Of<CustomerEvent, Type>['data'];

/** A change that takes effect on its effective date. */
export type ComingChange = ChangeNotes & { readonly number: number; readonly changes: readonly RecordedChange[] };

/** That the customer was lost, or won back for a reason. */
export type Relation = { readonly loss: Omit<DataOf<'CustomerLost'>, 'customerId'> } | { readonly wonBack: string };

/** The state of a registered customer that the rules need. */
export type Registered = DatedProfile<CustomerProfile> & {
  readonly customerId: string;
  readonly registeredAt: string;
  /** Losses and returns, by when they occurred. */
  readonly relations: ImmutableMap<Relation>;
  /** The profile at registration. */
  readonly registeredAs: CustomerProfile;
  readonly partNumbers: PartNumbers;
  /** By effective date, then in the order in which they were recorded; `null` if it has taken effect. */
  readonly coming: ImmutableMap<ComingChange | null>;
  /** The number of all changes with a later effective date. */
  readonly laterChanges: number;
  /** By when they were assigned. */
  readonly owners: ImmutableMap<Staff>;
  /** All values that the profile had after its registration: see `toldKey`. */
  readonly told: ImmutableMap<Told>;
  /** The latest change of each address and contact person, by `partKey`. */
  readonly partChanges: Changes<ChangeNotes>;
  /** With the time since when there is the need. */
  readonly needs: ImmutableMap<{ readonly need: DataOf<'NeedRecorded'>; readonly since: string }>;
  /** By the id of the need, whether its last day is over. */
  readonly endedNeeds: ImmutableMap<true>;
  /** By the id of the need, outcome and reason of its closing. */
  readonly closedNeeds: ImmutableMap<DataOf<'NeedClosed'>>;
  /** By when they were expressed. */
  readonly preferences: ImmutableMap<ContactPreference>;
  readonly words: Words;
  /** The last recorded silence. */
  readonly silence: Omit<DataOf<'CustomerFellSilent'>, 'customerId'> | null;
};

/** `null` until the customer is registered. */
export type Customer = Registered | null;

const begun = (customerId: string, profile: CustomerProfile, registeredAt: string): Registered => ({
  customerId,
  relations: ImmutableMap.empty(),
  registeredAs: profile,
  ...{ profile, since: {}, registeredAt },
  partNumbers: numbersAfter(customerId, profile),
  coming: ImmutableMap.empty(),
  laterChanges: 0,
  owners: ImmutableMap.empty(),
  told: ImmutableMap.empty(),
  partChanges: Changes.none(),
  needs: ImmutableMap.empty(),
  endedNeeds: ImmutableMap.empty(),
  closedNeeds: ImmutableMap.empty(),
  preferences: ImmutableMap.empty(),
  words: NO_WORDS,
  silence: null,
});

/** When facts occurred that do not say it. */
const EARLIEST = new Date(0).toISOString();

// A change before the registration changes nothing: there is no customer yet.
const changed =
  <Data>(change: (customer: Registered, data: Data, at: string) => Partial<Registered>) =>
  (customer: Customer, data: Data, { occurredAt = EARLIEST }: Partial<Occurred>): Customer =>
    customer && { ...customer, ...change(customer, data, occurredAt) };

/** Rejects with `CustomerNotRegistered`. */
export const registered = (customer: Customer, customerId: string): Registered =>
  customer ?? customerProblems.reject('CustomerNotRegistered', { customerId });

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
  CustomerLost: changed(({ relations }, { reason, competitor }, at) => ({
    relations: relations.with(at, { loss: { reason, competitor } }),
  })),
  CustomerWonBack: changed(({ relations }, { reason }, at) => ({ relations: relations.with(at, { wonBack: reason }) })),
  CustomerFellSilent: changed((_, { lastActivityAt, silentDays }) => ({ silence: { lastActivityAt, silentDays } })),
};

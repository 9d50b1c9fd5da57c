import { customerProblems, withChanges } from '@annals/contracts-customers';
import type {
  ConsentKind,
  ContactPreference,
  CustomerEvent,
  CustomerProfile,
  RecordedChange,
} from '@annals/contracts-customers';
import { Changes, type Staff } from '@annals/contracts-values';
import { ImmutableMap, type Decider, type Of } from '@annals/event-sourcing';
import { numbersAfter, type PartNumbers } from './customer.parts.js';

type DataOf<Type> = Of<CustomerEvent, Type>['data'];

/** A change that takes effect on its effective date. */
export type ComingChange = ChangeNotes & { readonly number: number; readonly changes: readonly RecordedChange[] };

/** The state of a registered customer that the rules need. */
export type Registered = {
  /** The recorded loss; `null` if the customer is not lost. */
  readonly loss: Omit<DataOf<'CustomerLost'>, 'customerId'> | null;
  /** The profile at registration. */
  readonly registeredAs: CustomerProfile;
  readonly profile: CustomerProfile;
  readonly partNumbers: PartNumbers;
  /** By effective date, then in the order in which they were recorded; `null` if it has taken effect. */
  readonly coming: ImmutableMap<ComingChange | null>;
  /** The number of all changes with a later effective date. */
  readonly laterChanges: number;
  readonly owner: Staff | null;
  /** By path of the profile. */
  readonly changes: Changes<ChangeNotes>;
  readonly needs: ImmutableMap<DataOf<'NeedRecorded'>>;
  /** By the id of the need, whether its last day is over. */
  readonly endedNeeds: ImmutableMap<true>;
  /** By the id of the need, outcome and reason of its closing. */
  readonly closedNeeds: ImmutableMap<DataOf<'NeedClosed'>>;
  readonly preference: ContactPreference | null;
  readonly consents: ImmutableMap<DataOf<'ConsentGiven'> | 'withdrawn' | 'expired'>;
  /** The last time that the customer was won back. */
  readonly wonBack: { readonly reason: string } | null;
  /** The last recorded silence. */
  readonly silence: Omit<DataOf<'CustomerFellSilent'>, 'customerId'> | null;
};

/** Reason, source and effective date of a change. */
export type ChangeNotes = Pick<DataOf<'CustomerDataChanged'>, 'reason' | 'source' | 'effectiveDate'>;

/** `null` until the customer is registered. */
export type Customer = Registered | null;

/** The key of a consent: one of each person for each channel and purpose. */
export const consentKey = ({ channel, purpose, personId = '' }: ConsentKind) => `${channel}/${purpose}/${personId}`;

const begun = (customerId: string, profile: CustomerProfile): Registered => ({
  loss: null,
  registeredAs: profile,
  profile,
  partNumbers: numbersAfter(customerId, profile),
  coming: ImmutableMap.empty(),
  laterChanges: 0,
  owner: null,
  changes: Changes.none(),
  needs: ImmutableMap.empty(),
  endedNeeds: ImmutableMap.empty(),
  closedNeeds: ImmutableMap.empty(),
  preference: null,
  consents: ImmutableMap.empty(),
  wonBack: null,
  silence: null,
});

// A change before the registration changes nothing: there is no customer yet.
const changed =
  <Data>(change: (customer: Registered, data: Data) => Partial<Registered>) =>
  (customer: Customer, data: Data): Customer =>
    customer && { ...customer, ...change(customer, data) };

/** Rejects with `CustomerNotRegistered`. */
export const registered = (customer: Customer, customerId: string): Registered =>
  customer ?? customerProblems.reject('CustomerNotRegistered', { customerId });

/** The pending changes, in the order in which they take effect. */
export const toCome = ({ coming }: Registered): readonly ComingChange[] =>
  coming.values().filter((change) => change !== null);

const comingKey = ({ effectiveDate, number }: Pick<ComingChange, 'effectiveDate' | 'number'>) =>
  `${effectiveDate}/${`${number}`.padStart(9, '0')}`;

export const fieldsOf = (changes: readonly RecordedChange[]): readonly string[] => changes.map(({ field }) => field);

export const evolve: Decider<never, Customer, CustomerEvent>['evolve'] = {
  CustomerRegistered: (_, { customerId, profile }) => begun(customerId, profile),
  CustomerDataChanged: changed((before, { customerId, number, changes, ...notes }) => {
    const profile = withChanges(before.profile, changes);
    const partNumbers = numbersAfter(customerId, profile, before.partNumbers); // parts of pending changes have numbers, too
    if (number === undefined) return { profile, partNumbers, changes: before.changes.with(fieldsOf(changes), notes) };
    const change = { ...notes, number, changes };
    const coming = before.coming.with(comingKey(change), change);
    return { coming, laterChanges: before.laterChanges + 1, partNumbers };
  }),
  DataChangeTookEffect: changed((before, { changes, ...change }) => {
    const notes = before.coming.get(comingKey(change));
    return {
      profile: withChanges(before.profile, changes),
      coming: before.coming.with(comingKey(change), null),
      ...(notes && { changes: before.changes.with(fieldsOf(notes.changes), notes) }),
    };
  }),
  OwnerAssigned: changed((_, { owner }) => ({ owner })),
  NeedRecorded: changed(({ needs }, need) => ({ needs: needs.with(need.needId, need) })),
  NeedEnded: changed(({ endedNeeds }, { needId }) => ({ endedNeeds: endedNeeds.with(needId, true) })),
  NeedClosed: changed(({ closedNeeds }, closed) => ({ closedNeeds: closedNeeds.with(closed.needId, closed) })),
  ContactPreferenceSet: changed((_, { preference }) => ({ preference })),
  ConsentGiven: changed(({ consents }, given) => ({ consents: consents.with(consentKey(given), given) })),
  ConsentWithdrawn: changed(({ consents }, kind) => ({ consents: consents.with(consentKey(kind), 'withdrawn') })),
  ConsentExpired: changed(({ consents }, kind) => ({ consents: consents.with(consentKey(kind), 'expired') })),
  CustomerLost: changed((_, { reason, competitor }) => ({ loss: { reason, competitor } })),
  CustomerWonBack: changed((_, { reason }) => ({ loss: null, wonBack: { reason } })),
  CustomerFellSilent: changed((_, { lastActivityAt, silentDays }) => ({ silence: { lastActivityAt, silentDays } })),
};

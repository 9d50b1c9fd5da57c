import { withChanges } from '@annals/contracts-customers';
import type {
  Consent,
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

/** What the rules must know of a customer. */
export type Registered = {
  /** What was said when the customer was lost, `null` for one who is not. */
  readonly loss: Omit<DataOf<'CustomerLost'>, 'customerId'> | null;
  /** The profile of the first day, and that of today. */
  readonly registeredAs: CustomerProfile;
  readonly profile: CustomerProfile;
  readonly partNumbers: PartNumbers;
  /** By effective date, then in the order in which they were recorded; `null` for one that has taken effect. */
  readonly coming: ImmutableMap<ComingChange | null>;
  /** How many changes there ever were that took effect later. */
  readonly laterChanges: number;
  readonly owner: Staff | null;
  /** By path of the profile. */
  readonly changes: Changes<ChangeNotes>;
  readonly needs: ImmutableMap<DataOf<'NeedRecorded'>>;
  /** By the id of the need, whether its last day is over. */
  readonly endedNeeds: ImmutableMap<true>;
  readonly preference: ContactPreference | null;
  readonly consents: ImmutableMap<DataOf<'ConsentGiven'> | 'withdrawn' | 'expired'>;
  /** Of the last time. */
  readonly wonBack: { readonly reason: string } | null;
  /** The last one that was noted. */
  readonly silence: Omit<DataOf<'CustomerFellSilent'>, 'customerId'> | null;
};

/** What is said of a change beside the values. */
export type ChangeNotes = Pick<DataOf<'CustomerDataChanged'>, 'reason' | 'source' | 'effectiveDate'>;

/** `null` until somebody registers the customer. */
export type Customer = Registered | null;

/** One consent, or its withdrawal, for each. */
export const consentKey = ({ channel, purpose }: Pick<Consent, 'channel' | 'purpose'>) => `${channel}/${purpose}`;

const registered = (customerId: string, profile: CustomerProfile): Registered => ({
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

/** The changes that are still to take effect, in their order. */
export const toCome = ({ coming }: Registered): readonly ComingChange[] =>
  coming.values().filter((change) => change !== null);

const comingKey = ({ effectiveDate, number }: Pick<ComingChange, 'effectiveDate' | 'number'>) =>
  `${effectiveDate}/${`${number}`.padStart(9, '0')}`;

export const fieldsOf = (changes: readonly RecordedChange[]): readonly string[] => changes.map(({ field }) => field);

export const evolve: Decider<never, Customer, CustomerEvent>['evolve'] = {
  CustomerRegistered: (_, { customerId, profile }) => registered(customerId, profile),
  CustomerDataChanged: changed((before, { customerId, number, changes, ...notes }) => {
    const profile = withChanges(before.profile, changes);
    const partNumbers = numbersAfter(customerId, profile, before.partNumbers); // parts to come have taken theirs, too
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
  ContactPreferenceSet: changed((_, { preference }) => ({ preference })),
  ConsentGiven: changed(({ consents }, given) => ({ consents: consents.with(consentKey(given), given) })),
  ConsentWithdrawn: changed(({ consents }, kind) => ({ consents: consents.with(consentKey(kind), 'withdrawn') })),
  ConsentExpired: changed(({ consents }, kind) => ({ consents: consents.with(consentKey(kind), 'expired') })),
  CustomerLost: changed((_, { reason, competitor }) => ({ loss: { reason, competitor } })),
  CustomerWonBack: changed((_, { reason }) => ({ loss: null, wonBack: { reason } })),
  CustomerFellSilent: changed((_, { lastActivityAt, silentDays }) => ({ silence: { lastActivityAt, silentDays } })),
};

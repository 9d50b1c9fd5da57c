import { withChanges } from '@annals/contracts-customers';
import type { Consent, ContactPreference, CustomerEvent, CustomerProfile } from '@annals/contracts-customers';
import { Changes, type Staff } from '@annals/contracts-values';
import { ImmutableMap, type Decider, type Of } from '@annals/event-sourcing';
import { numbersAfter, type PartNumbers } from './customer.parts.js';

type DataOf<Type> = Of<CustomerEvent, Type>['data'];

/** What the rules must know of a customer. */
export type Registered = {
  /** What was said when the customer was lost, `null` for one who is not. */
  readonly loss: Omit<DataOf<'CustomerLost'>, 'customerId'> | null;
  /** The profile of the first day, and that of today. */
  readonly registeredAs: CustomerProfile;
  readonly profile: CustomerProfile;
  readonly partNumbers: PartNumbers;
  readonly owner: Staff | null;
  /** By path of the profile. */
  readonly changes: Changes<ChangeNotes>;
  readonly needs: ImmutableMap<DataOf<'NeedRecorded'>>;
  readonly preference: ContactPreference | null;
  readonly consents: ImmutableMap<DataOf<'ConsentGiven'> | 'withdrawn'>;
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
  owner: null,
  changes: Changes.none(),
  needs: ImmutableMap.empty(),
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

export const evolve: Decider<never, Customer, CustomerEvent>['evolve'] = {
  CustomerRegistered: (_, { customerId, profile }) => registered(customerId, profile),
  CustomerDataChanged: changed((before, { customerId, changes, ...notes }) => {
    const profile = withChanges(before.profile, changes);
    const fields = changes.map(({ field }) => field);
    return {
      profile,
      partNumbers: numbersAfter(customerId, profile, before.partNumbers),
      changes: before.changes.with(fields, notes),
    };
  }),
  OwnerAssigned: changed((_, { owner }) => ({ owner })),
  NeedRecorded: changed(({ needs }, need) => ({ needs: needs.with(need.needId, need) })),
  ContactPreferenceSet: changed((_, { preference }) => ({ preference })),
  ConsentGiven: changed(({ consents }, given) => ({ consents: consents.with(consentKey(given), given) })),
  ConsentWithdrawn: changed(({ consents }, kind) => ({ consents: consents.with(consentKey(kind), 'withdrawn') })),
  CustomerLost: changed((_, { reason, competitor }) => ({ loss: { reason, competitor } })),
  CustomerWonBack: changed((_, { reason }) => ({ loss: null, wonBack: { reason } })),
  CustomerFellSilent: changed((_, { lastActivityAt, silentDays }) => ({ silence: { lastActivityAt, silentDays } })),
};

import { withChanges } from '@annals/contracts-customers';
import type { Consent, ContactPreference, CustomerEvent, CustomerProfile } from '@annals/contracts-customers';
import type { Staff } from '@annals/contracts-values';
import type { Decider, Of } from '@annals/event-sourcing';
import { numbersAfter, type PartNumbers } from './customer.parts.js';

type DataOf<Type> = Of<CustomerEvent, Type>['data'];

/** What the rules must know of a customer. */
export type Registered = {
  readonly status: 'active' | 'lost';
  /** The profile of the first day, and that of today. */
  readonly registeredAs: CustomerProfile;
  readonly profile: CustomerProfile;
  readonly partNumbers: PartNumbers;
  readonly owner: Staff | null;
  readonly needs: readonly DataOf<'NeedRecorded'>[];
  readonly preference: ContactPreference | null;
  readonly consents: Readonly<Record<string, DataOf<'ConsentGiven'> | 'withdrawn'>>;
  readonly everWonBack: boolean;
  /** The last activity after which a silence was noted. */
  readonly silentSince: string | null;
};

/** `null` until somebody registers the customer. */
export type Customer = Registered | null;

/** One consent, or its withdrawal, for each. */
export const consentKey = ({ channel, purpose }: Pick<Consent, 'channel' | 'purpose'>) => `${channel}/${purpose}`;

const registered = (customerId: string, profile: CustomerProfile): Registered => ({
  status: 'active',
  registeredAs: profile,
  profile,
  partNumbers: numbersAfter(customerId, profile),
  owner: null,
  needs: [],
  preference: null,
  consents: {},
  everWonBack: false,
  silentSince: null,
});

// A change before the registration changes nothing: there is no customer yet.
const changed =
  <Data>(change: (customer: Registered, data: Data) => Partial<Registered>) =>
  (customer: Customer, data: Data): Customer =>
    customer && { ...customer, ...change(customer, data) };

export const evolve: Decider<never, Customer, CustomerEvent>['evolve'] = {
  CustomerRegistered: (_, { customerId, profile }) => registered(customerId, profile),
  CustomerDataChanged: changed(({ profile: before, partNumbers }, { customerId, changes }) => {
    const profile = withChanges(before, changes);
    return { profile, partNumbers: numbersAfter(customerId, profile, partNumbers) };
  }),
  OwnerAssigned: changed((_, { owner }) => ({ owner })),
  NeedRecorded: changed(({ needs }, need) => ({ needs: [...needs, need] })),
  ContactPreferenceSet: changed((_, { preference }) => ({ preference })),
  ConsentGiven: changed(({ consents }, given) => ({
    consents: { ...consents, [consentKey(given)]: given },
  })),
  ConsentWithdrawn: changed(({ consents }, withdrawn) => ({
    consents: { ...consents, [consentKey(withdrawn)]: 'withdrawn' },
  })),
  CustomerLost: changed(() => ({ status: 'lost' })),
  CustomerWonBack: changed(() => ({ status: 'active', everWonBack: true })),
  CustomerFellSilent: changed((_, { lastActivityAt }) => ({ silentSince: lastActivityAt })),
};

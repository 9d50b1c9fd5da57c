import type { Contact } from '@annals/contracts-contacts';
import type { Consent, ContactPreference, CustomerEvent } from '@annals/contracts-customers';
import type { Of } from '@annals/event-sourcing';

/** What the customer's own stream says about contacts. */
export type Addressee = {
  readonly registered: boolean;
  readonly preference: ContactPreference | null;
  readonly consents: Readonly<Record<string, Permission>>;
};
export type Permission = { readonly given: boolean; readonly expiresAt?: string | undefined };

const key = ({ channel, purpose }: Pick<Consent, 'channel' | 'purpose'>) => `${channel}/${purpose}`;

/** What the customer has said last about contacts of this kind. */
export const permissionFor = ({ consents }: Addressee, contact: Pick<Contact, 'channel' | 'purpose'>) =>
  consents[key(contact)];

const permitting = (
  to: Addressee,
  consent: Pick<Consent, 'channel' | 'purpose'>,
  permission: Permission,
): Addressee => ({
  ...to,
  consents: { ...to.consents, [key(consent)]: permission },
});

type DataOf<Type> = Of<CustomerEvent, Type>['data'];

export const addressee = {
  stream: ({ customerId }: { readonly customerId: string }) => `customer-${customerId}`,
  initial: { registered: false, preference: null, consents: {} } as Addressee,
  evolve: {
    CustomerRegistered: (to: Addressee): Addressee => ({ ...to, registered: true }),
    ContactPreferenceSet: (to: Addressee, { preference }: DataOf<'ContactPreferenceSet'>): Addressee => ({
      ...to,
      preference,
    }),
    ConsentGiven: (to: Addressee, given: DataOf<'ConsentGiven'>): Addressee =>
      permitting(to, given, { given: true, expiresAt: given.expiresAt }),
    ConsentWithdrawn: (to: Addressee, withdrawn: DataOf<'ConsentWithdrawn'>): Addressee =>
      permitting(to, withdrawn, { given: false }),
  },
};

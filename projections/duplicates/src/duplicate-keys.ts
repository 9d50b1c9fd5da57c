import { NO_PROFILE, profileAfter } from '@annals/contracts-customers';
import type { CustomerEvent, CustomerProfile, DatedProfile, ProfileEvent } from '@annals/contracts-customers';
import { configured, projection, type Of, type RecordedEvent, type TextPath } from '@annals/event-sourcing';
import { keysOf, traitsOf, type Traits } from '@annals/matching';
import type { PhoneRegion } from '@annals/text';

/** The fields by which customers are compared. */
export const COMPARED = [
  ...(['kind', 'name', 'organisationCode', 'taxNumber', 'businessLicence', 'email', 'phone', 'fax'] as const),
  ...(['website', 'addresses', 'contactPersons', 'geographic', 'demographic'] as const),
] as const;

type Compared = Pick<Partial<CustomerProfile>, (typeof COMPARED)[number]>;

/** What is known of a customer, as far as customers are compared by it. */
export type ComparedFile = DatedProfile<Compared> & { readonly customerId: string };

/** The file after an event that says something of its profile. */
export const comparedAfter = (file: ComparedFile | null, customerId: string, event: ProfileEvent): ComparedFile =>
  profileAfter<ComparedFile>(file ?? { ...NO_PROFILE, customerId }, event, COMPARED);

/** The form in which a file is compared; numbers without a country code are those of its country, else of `region`. */
export const traitsOfFile = ({ customerId, profile }: ComparedFile, region: PhoneRegion): Traits =>
  traitsOf({ customerId, ...profile }, region);

/** Paths of personal data in a file: masked values are no evidence. */
export const PERSONAL: readonly TextPath<ComparedFile>[] = [
  ...(['profile.name', 'profile.email', 'profile.phone', 'profile.fax', 'profile.taxNumber'] as const),
  ...(['profile.addresses[].street', 'profile.addresses[].city', 'profile.addresses[].postalCode'] as const),
  ...(['profile.contactPersons[].name', 'profile.contactPersons[].title'] as const),
  ...(['profile.contactPersons[].phone', 'profile.contactPersons[].email'] as const),
  ...(['profile.geographic.city', 'profile.geographic.district', 'profile.demographic.birthDate'] as const),
];

type Told = Of<CustomerEvent, 'CustomerRegistered' | 'CustomerDataChanged' | 'DataChangeTookEffect'>;
type Source = Told | Of<CustomerEvent, 'CustomerWithdrawn'>;

/** A key that more customers have than this tells nobody apart: it finds none. */
export const MOST_OF_KEY = 50;

/** Every customer by the keys that it has in common with its duplicates. */
export const duplicateKeys = configured(
  ({ phoneRegion }: { readonly phoneRegion: PhoneRegion }) => ({ phoneRegion }),
  ({ phoneRegion }) => {
    const next = (file: ComparedFile | null, event: RecordedEvent<Told>) =>
      comparedAfter(file, event.data.customerId, event);
    return projection<Source, ComparedFile>()({
      name: 'duplicate-keys',
      version: 2,
      key: ({ data }) => data.customerId,
      on: {
        CustomerRegistered: next,
        CustomerDataChanged: next,
        DataChangeTookEffect: next,
        CustomerWithdrawn: () => null,
      },
      fields: {
        customer: { of: ({ customerId }) => customerId },
        keys: { each: (file) => keysOf(traitsOfFile(file, phoneRegion)) },
      },
      indexes: [['customer']],
    });
  },
);

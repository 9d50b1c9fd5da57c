import type { TextPath } from '@annals/event-sourcing';
import type { ListedCustomer } from './listed-customer.js';

const OWN = [
  ...(['profile.demographic', 'profile.psychographic', 'profile.attributes'] as const),
  ...(['profile.name', 'profile.email', 'profile.phone', 'profile.fax', 'profile.taxNumber'] as const),
  ...(['profile.geographic.city', 'profile.geographic.district'] as const),
  ...(['profile.addresses[].street', 'profile.addresses[].city', 'profile.addresses[].postalCode'] as const),
  ...(['profile.contactPersons[].name', 'profile.contactPersons[].title'] as const),
  ...(['profile.contactPersons[].phone', 'profile.contactPersons[].email'] as const),
] as const;

/** Where a line of the list has personal data, that of merged files included. */
export const PERSONAL: readonly TextPath<ListedCustomer>[] = [
  ...OWN,
  ...OWN.map((path) => `merged[].${path}` as const),
];

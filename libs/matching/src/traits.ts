import { phoneRegionsOf, type PhoneRegion } from '@annals/text';
import { addressOf, cityOf, type Address, type GivenAddress } from './addresses.js';
import { codesIn, type Code } from './codes.js';
import { mailboxOf, numbersIn, ownDomainOf, siteOf } from './contact-points.js';
import { organisationName, type OrganisationName } from './organisation-name.js';
import { personName, type PersonName } from './person-name.js';

type Contact = { readonly phone?: string | undefined; readonly email?: string | undefined };

/** What is known of a customer, as far as customers are compared by it. */
export type Described = Contact & {
  readonly customerId: string;
  readonly kind?: 'person' | 'organisation' | undefined;
  readonly name?: string | undefined;
  readonly organisationCode?: string | undefined;
  readonly taxNumber?: string | undefined;
  readonly businessLicence?: string | undefined;
  readonly fax?: string | undefined;
  readonly website?: string | undefined;
  readonly addresses?: readonly (GivenAddress & { readonly country?: string | undefined })[] | undefined;
  readonly contactPersons?: readonly Contact[] | undefined;
  readonly geographic?: { readonly country?: string | undefined } | undefined;
  readonly demographic?: { readonly birthDate?: unknown } | undefined;
};

/** A customer in the form in which customers are compared: see `traitsOf`. */
export type Traits = {
  readonly customerId: string;
  readonly kind: 'person' | 'organisation' | null;
  readonly person: PersonName | null;
  readonly organisation: OrganisationName | null;
  readonly birthDate: string | null;
  readonly codes: readonly Code[];
  readonly mailboxes: readonly string[];
  /** Of mailboxes and of the web address; none of a person, none of free providers. */
  readonly domains: readonly string[];
  readonly phones: readonly string[];
  readonly addresses: readonly Address[];
  /** Towns of all addresses. */
  readonly cities: readonly string[];
};

/** Numbers without a country code are those of the customer's country, else of `region`. */
export const traitsOf = (customer: Described, region: PhoneRegion): Traits => {
  const { customerId, kind = null, name = '', demographic, addresses = [] } = customer;
  const contacts = contactsOf(customer);
  const mailboxes = distinct(contacts.map(({ email = '' }) => mailboxOf(email)));
  return {
    ...{ customerId, kind, mailboxes },
    ...(kind === 'person'
      ? { person: personName(name), organisation: null, domains: [] }
      : { person: null, organisation: organisationName(name), domains: domainsOf(customer, mailboxes) }),
    birthDate: dayOf(demographic?.birthDate),
    codes: codesIn([customer.organisationCode, customer.taxNumber, customer.businessLicence]),
    phones: phonesOf(customer, contacts, region),
    ...placesOf(addresses),
  };
};

/** The contact persons of an organisation speak for it, those of a person for themselves. */
const contactsOf = (customer: Described): readonly Contact[] => [
  customer,
  ...((customer.kind === 'person' ? undefined : customer.contactPersons) ?? []),
];

const domainsOf = ({ website = '' }: Described, mailboxes: readonly string[]) =>
  distinct([siteOf(website), ...mailboxes.map(ownDomainOf)]);

const phonesOf = (customer: Described, contacts: readonly Contact[], region: PhoneRegion) => {
  const regions = phoneRegionsOf(customer, region);
  return distinct(
    [...contacts.map(({ phone }) => phone), customer.fax].flatMap((text = '') => numbersIn(text, regions)),
  );
};

const placesOf = (addresses: readonly GivenAddress[]) => {
  const known = addresses.map(addressOf).filter((each) => each !== null);
  return { addresses: known, cities: distinct([...addresses.map(cityOf), ...known.map(({ city }) => city)]) };
};

const distinct = (values: readonly (string | null)[]): readonly string[] =>
  [...new Set(values.filter((value) => value !== null))].toSorted();

const dayOf = (value: unknown) => (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? value : null);

import type { AnyCommandClass } from '@annals/command-bus';
import { targetsOf, type Assigned, type Json, type Wanted } from '@annals/importing';

/** The command that a row of a customer file becomes. */
export const REGISTER = 'RegisterCustomer';

/** Values of all rows, by the paths of the targets that need one and have no column. */
export type Constants = Readonly<Record<string, Json>>;

/** What tells one customer from another, the best first. */
const KEYS = ['code', 'organisationCode', 'taxNumber', 'email', 'businessLicence', 'phone'];

/** What only organisations have. */
const OF_ORGANISATIONS = [
  ...['organisationCode', 'businessLicence', 'contactPersons.name', 'industry', 'website', 'fax'],
  ...['demographic.employees', 'demographic.annualRevenue', 'demographic.ownership', 'demographic.foundedYear'],
];

/** What a file of customers becomes: one customer a row. */
export const customerFile = (
  form: Pick<AnyCommandClass, 'fields' | 'route'>,
  name: string,
): Omit<Wanted, 'constants'> => ({
  ...targetsOf(form),
  ...{ name, command: REGISTER, creates: form.route!.creates!, keys: KEYS, standIn: 'name' },
});

/** What is taken for granted of customers whose columns say nothing of it. */
export const usualConstants = (assigned: readonly Assigned[]): Constants => ({
  kind: assigned.some(({ target }) => target !== null && OF_ORGANISATIONS.includes(target)) ? 'organisation' : 'person',
  roles: ['end-customer'],
});

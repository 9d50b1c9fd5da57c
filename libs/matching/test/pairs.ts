import type { Described, Verdict } from '@annals/matching';
import { CHINESE_ORGANISATIONS } from './chinese-organisations.js';
import { CHINESE_PERSONS } from './chinese-persons.js';
import { ORGANISATIONS } from './organisations.js';
import { PERSONS } from './persons.js';

/** Two files, and whether they are of one customer. */
export type Pair = {
  readonly verdict: Verdict;
  readonly line: string;
  readonly files: readonly [Described, Described];
};

const FIELDS: Readonly<Record<string, (text: string) => Partial<Described>>> = {
  tel: (phone) => ({ phone }),
  mail: (email) => ({ email }),
  site: (website) => ({ website }),
  code: (organisationCode) => ({ organisationCode }),
  tax: (taxNumber) => ({ taxNumber }),
  licence: (businessLicence) => ({ businessLicence }),
  born: (birthDate) => ({ demographic: { birthDate } }),
  country: (country) => ({ geographic: { country } }),
  person: (text) => {
    const [phone, email] = text.split(',').map((each) => each.trim());
    return { contactPersons: [{ phone, email }] };
  },
  at: (text) => {
    const [street, city, postalCode] = text.split(',').map((each) => each.trim());
    return { addresses: [{ street, ...(city && { city }), ...(postalCode && { postalCode }) }] };
  },
};

const fileOf = (kind: Described['kind'], text: string): Omit<Described, 'customerId'> => {
  const [name = '', ...fields] = text.split(';').map((each) => each.trim());
  const given = fields.map((field) => {
    const [key = '', ...rest] = field.split(' ');
    return FIELDS[key]!(rest.join(' '));
  });
  return Object.assign({ kind, name }, ...given) as Omit<Described, 'customerId'>;
};

const pairsIn = (kind: Described['kind'], table: string): readonly Pair[] =>
  table
    .trim()
    .split('\n')
    .map((line) => {
      const [, verdict, one = '', other = ''] = /^(\w+): (.*?) \| (.*)$/.exec(line.trim())!;
      const files = [
        { customerId: 'a', ...fileOf(kind, one) },
        { customerId: 'b', ...fileOf(kind, other) },
      ] as const;
      return { verdict: verdict as Verdict, line: line.trim(), files };
    });

/** Written as `verdict: name ; field value | name ; field value`. */
export const PAIRS: readonly Pair[] = [
  ...pairsIn('organisation', CHINESE_ORGANISATIONS),
  ...pairsIn('organisation', ORGANISATIONS),
  ...pairsIn('person', CHINESE_PERSONS),
  ...pairsIn('person', PERSONS),
];

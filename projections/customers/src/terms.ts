import {
  codeTerms,
  digitsIn,
  nameTerms,
  phoneRegionsOf,
  phonesIn,
  phoneTerms,
  searchWords,
  type PhoneRegion,
} from '@annals/text';
import type { ListedProfile } from './profile.js';

/** What `terms` and `phones` are taken from, for the description of the API. */
export const FOUND_BY =
  'Words of name, codes, tax number, addresses, contact persons, the first 50 attributes by name, e-mail and web addresses, or beginnings of them, Chinese names also in pinyin or by its initials, and telephone numbers in any notation, or parts of them; all have to be found';

const numbersOf = ({ phone, fax, contactPersons = [] }: ListedProfile) => [
  ...[phone, fax],
  ...contactPersons.map((person) => person.phone),
];

const MOST_ATTRIBUTES = 50;

/** Numbers and short texts; at most 50, by name. */
const attributesOf = ({ attributes = {} }: ListedProfile): readonly string[] =>
  Object.keys(attributes)
    .toSorted()
    .flatMap((name) => (typeof attributes[name] === 'boolean' ? [] : [`${attributes[name]}`]))
    .slice(0, MOST_ATTRIBUTES);

/** What a customer is found by: each term of a query has to be the beginning of one of these. */
export const termsOf = (profile: ListedProfile, region: PhoneRegion): readonly string[] => {
  const { name, code, organisationCode, taxNumber, businessLicence, email, website } = profile;
  const { addresses = [], contactPersons = [] } = profile;
  const regions = phoneRegionsOf(profile, region);
  const texts = [
    ...[email, website],
    ...contactPersons.flatMap((person) => [person.title, person.email]),
    ...addresses.flatMap(({ street, city, postalCode }) => [street, city, postalCode]),
  ];
  return [
    ...new Set([
      ...[name, ...contactPersons.map((person) => person.name)].flatMap(nameTerms),
      ...texts.flatMap(searchWords),
      ...[code, organisationCode, taxNumber, businessLicence, ...attributesOf(profile)].flatMap(codeTerms),
      ...numbersOf(profile).flatMap((text) => phoneTerms(text, regions)),
    ]),
  ];
};

const reversed = (digits: string) => [...digits].toReversed().join('');

/**
 * The numbers of a customer and of its contact persons, with and without country code and extension, last digit first, so
 * that an ending is found as a beginning.
 */
export const phonesOf = (profile: ListedProfile, region: PhoneRegion): readonly string[] => {
  const regions = phoneRegionsOf(profile, region);
  const numbers = numbersOf(profile).flatMap((text = '') => {
    const phones = phonesIn(text, regions);
    return phones.flatMap(({ written, international }) => [
      ...(phones.length === 1 ? [digitsIn(text).replace(/^0+/, '')] : []),
      ...[written, international ?? written],
    ]);
  });
  return [...new Set(numbers.map(reversed))];
};

/** A dialled number, last digit first: with its country code if it is valid, and without. */
export const dialledNumber = (text: string, region: PhoneRegion) => {
  const [phone] = phonesIn(text, [region]);
  const { written = '', international = null, national = null } = phone ?? {};
  return { whole: reversed(international ?? written), national: reversed(national ?? written) };
};

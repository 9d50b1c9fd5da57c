import type { Address } from './addresses.js';
import type { OrganisationName } from './organisation-name.js';
import type { PersonName } from './person-name.js';
import type { Traits } from './traits.js';

const MOST = 60; // keys of a customer
const LONGEST = 60; // characters of a key

/**
 * Blocking keys: customers who may be one have at least one of them in common, so that nobody has to be compared with
 * everybody. See P. Christen, "Data Matching", 2012, chapter 4. The name of a person alone is no key: it is no evidence
 * either.
 */
export const keysOf = ({ person, organisation, birthDate, codes, ...traits }: Traits): readonly string[] => {
  const { mailboxes, domains, phones, addresses } = traits;
  const keys = [
    ...codes.map(({ code }) => `code:${code}`),
    ...mailboxes.map((mailbox) => `mail:${mailbox}`),
    ...phones.map((number) => `phone:${number}`),
    ...(organisation ? nameKeys(organisation) : []),
    ...(person && birthDate !== null
      ? [`born:${birthDate}:${person.sound.slice(0, 1)}`, ...bornKeys(person, birthDate)]
      : []),
    ...domains.map((domain) => `domain:${domain}`),
    ...addresses.flatMap(addressKeys),
  ];
  return [...new Set(keys.map((key) => [...key].slice(0, LONGEST).join('')))].slice(0, MOST);
};

/** By each word of a name, since surnames come first or last. */
const bornKeys = ({ given, surname }: PersonName, birthDate: string) =>
  [...given, surname].flatMap((word) => (/^\p{sc=Latn}/u.test(word) ? [`born:${birthDate}:${word.slice(0, 1)}`] : []));

const SHORTEST_WORD = 4; // characters

const nameKeys = ({ script, core, sound, initials }: OrganisationName): readonly string[] => [
  ...core.flatMap((word) => (script === 'latin' && word.length >= SHORTEST_WORD ? [`word:${word}`] : [])),
  `name:${[...core].toSorted().join('')}`,
  `sound:${sound}`,
  ...(/^\p{sc=Latn}+$/u.test(sound) && skeletonOf(sound).length > 2 ? [`bones:${skeletonOf(sound)}`] : []),
  ...(script === 'han' ? hanKeys(core[0]!) : []),
  ...(initials === null || initials.length < 3 ? [] : [`name:${initials}`]),
];

/** The beginning and the end, of which a wrong character leaves one. */
const hanKeys = (name: string) => [
  ...(name.length > 1 ? [`begins:${name.slice(0, 2)}`] : []),
  ...(name.length > 3 ? [`ends:${name.slice(-2)}`] : []),
];

/** The first letter and the consonants after it, each once in a row: what most typing errors leave as it is. */
const skeletonOf = (sound: string) =>
  `${sound.slice(0, 1)}${sound.slice(1).replace(/[aeiouy]/g, '')}`.replace(/(.)\1+/gu, '$1');

const addressKeys = ({ street, number, postalCode, city }: Address): readonly string[] => {
  const place = `${street.split(' ').toSorted().join('')}:${number}`;
  return [postalCode, city].flatMap((town) => (town === null ? [] : [`at:${place}:${town}`]));
};

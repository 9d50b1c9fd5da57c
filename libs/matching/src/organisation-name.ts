import { hasHan, simplified } from '@annals/text';
import { activityOf, withoutActivities } from './activities.js';
import { chineseBranch, latinBranch, soundOf, withoutForm } from './branches.js';
import { chineseFormIn, formIn } from './legal-forms.js';
import { wordsIn } from './latin.js';
import { placeAtStart, placeNamed } from './regions.js';

/** The name of an organisation in its parts, each in one form for all ways of writing it. */
export type OrganisationName = {
  readonly script: 'han' | 'latin';
  /** What tells it apart: one Chinese text, or words in Latin or another script. */
  readonly core: readonly string[];
  /** The core in Latin letters without spaces. */
  readonly sound: string;
  /** `trading`, `technology`: in one language. */
  readonly activities: readonly string[];
  /** In pinyin or English. */
  readonly places: readonly string[];
  /** `null` if the name has none. */
  readonly form: string | null;
  /** Which branch it is; `null` for the company itself. */
  readonly branch: string | null;
  /** The first letters of all its words, if there are at least two. */
  readonly initials: string | null;
};

/** The parts of a name; `null` if it has neither letters nor digits. */
export const organisationName = (text: string): OrganisationName | null => {
  const plain = simplified(text.normalize('NFKC').toLowerCase());
  return hasHan(plain) ? chineseName(plain) : latinName(wordsIn(plain));
};

const chineseName = (plain: string): OrganisationName | null => {
  const text = plain.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  const { head, branch } = chineseBranch(text);
  const { form, before, after } = chineseFormIn(head) ?? { form: null, before: head, after: '' };
  const { places, left } = withoutPlaces(`${before} ${after}`.split(/\s+/).filter((part) => part !== ''));
  const parts = mixedParts(left);
  return parts && { ...parts, places: [...places, ...parts.places], form, branch };
};

/** The parts of a name in Chinese characters, perhaps with Latin letters. */
const mixedParts = (left: string) => {
  const words = wordsIn(left.replace(/\p{sc=Han}+/gu, ' '));
  const latin = formIn(['', ...words]);
  const others = latin ? words.slice(0, latin.from - 1) : words;
  const han = left.replace(/[^\p{sc=Han}]/gu, '');
  if (others.length > 0 && han.length < 2) return latinParts(others);
  const { core, activities } = withoutActivities(han);
  const name = [core || han, ...others].join('');
  if (name === '') return null;
  return { script: 'han' as const, core: [name], sound: soundOf(name), activities, places: [], initials: null };
};

/** `鄞州区`, which is also written without its last character. */
const DISTRICT = /^(\p{sc=Han}{2})[区县](?=\p{sc=Han}{2})/u;

/** Without the places that it begins with, and those that stand alone in it. */
const withoutPlaces = (parts: readonly string[]) => {
  const places: string[] = [];
  const left = parts.map((part) => {
    const place = placeAtStart(part);
    const isWhole = place?.rest === '' && parts.length === 1;
    if (!place || isWhole || place.rest.length === 1) return part;
    places.push(place.place);
    const next = placeAtStart(place.rest);
    if (!next || next.rest.length < 2) return place.rest.replace(DISTRICT, '$1');
    places.push(next.place);
    return next.rest;
  });
  return { places, left: left.join('') };
};

const latinName = (given: readonly string[]): OrganisationName | null => {
  const words = joinedPlaces(given).map((word) => (SAINTS.has(word) ? 'saint' : word));
  if (words.length === 0) return null;
  const found = formIn(words);
  const { left, branch } = found ? withoutForm(words, found) : latinBranch(words);
  return { ...latinParts(left), form: found?.form ?? null, branch };
};

const SAINTS = new Set(['st', 'ste', 'sankt', 'sainte']);

/** `hong kong` in one word. */
const joinedPlaces = (words: readonly string[]): readonly string[] =>
  words.flatMap((word, at) => {
    if (word === 'hong' && words[at + 1] === 'kong') return ['hongkong'];
    return word === 'kong' && words[at - 1] === 'hong' ? [] : [word];
  });

const latinParts = (words: readonly string[]) => {
  const named = words.filter((word) => activityOf(word) === undefined);
  const own = named.filter((word) => placeNamed(word) === undefined);
  const core = [own, named, words].find((each) => each.length > 0)!;
  const without = words.filter((word) => !core.includes(word));
  return {
    script: 'latin' as const,
    core,
    sound: core.map(soundOf).join(''),
    activities: without.flatMap((word) => activityOf(word) ?? []),
    places: without.flatMap((word) => placeNamed(word) ?? []),
    initials: words.length < 2 ? null : words.map((word) => word.slice(0, 1)).join(''),
  };
};

import { hasHan, inPinyin, simplified } from '@annals/text';
import { activityOf, withoutActivities } from './activities.js';
import { chineseFormIn, formIn, type FoundForm } from './legal-forms.js';
import { wordsIn } from './latin.js';
import { placeAtEnd, placeAtStart, placeForm, placeNamed } from './regions.js';

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
  /** The first letters of all its words, if there are at least three. */
  readonly initials: string | null;
};

/** The parts of a name; `null` if it has neither letters nor digits. */
export const organisationName = (text: string): OrganisationName | null => {
  const plain = simplified(text.normalize('NFKC').toLowerCase());
  return hasHan(plain) ? chineseName(plain) : latinName(wordsIn(plain));
};

const soundOf = (text: string) =>
  inPinyin(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

const BRANCH =
  /(分公司|子公司|分行|支行|分店|门店|分部|办事处|代表处|营业部|营业厅|营业所|分厂|分校|分院|专卖店|旗舰店|加油站)/u;

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

const MOST_UNKNOWN = 2; // characters before a word such as `分行` that name a branch at a place that is not known

/** The branch of a name such as `中国工商银行北京分行`, and the name without it. */
const chineseBranch = (text: string): { readonly head: string; readonly branch: string | null } => {
  const found = BRANCH.exec(text);
  if (!found) return { head: text, branch: null };
  const before = text.slice(0, found.index).trimEnd();
  const after = text.slice(found.index + found[0].length);
  const form = chineseFormIn(before);
  const place = placeAtEnd(before) ?? before.slice(-MOST_UNKNOWN);
  const named = form && form.after.trim() !== '' ? form.after.trim() : place;
  const branch = soundOf(`${named}${after}`.replace(/[省市县区]/gu, '')) || found[0];
  return { head: before.slice(0, before.length - named.length), branch };
};

/** Without the places that it begins with, and those that stand alone in it. */
const withoutPlaces = (parts: readonly string[]) => {
  const places: string[] = [];
  const left = parts.map((part, index) => {
    const place = placeAtStart(part);
    const isKept = !place || (place.rest.length < 2 && (index === 0 || place.rest !== ''));
    if (isKept) return part;
    places.push(place.place);
    const next = placeAtStart(place.rest);
    if (!next || next.rest.length < 2) return place.rest;
    places.push(next.place);
    return next.rest;
  });
  return { places, left: left.join('') };
};

const BRANCHES = new Set(
  'branch filiale niederlassung zweigniederlassung zweigstelle geschaftsstelle succursale sucursal filial store shop outlet office standort'.split(
    ' ',
  ),
);

const latinName = (given: readonly string[]): OrganisationName | null => {
  const words = joinedPlaces(given);
  if (words.length === 0) return null;
  const found = formIn(words);
  const { left, branch } = found ? withoutForm(words, found) : latinBranch(words);
  return { ...latinParts(left), form: found?.form ?? null, branch };
};

/** What follows the legal form is a branch, or belongs to the name. */
const withoutForm = (words: readonly string[], { from, to }: FoundForm) => {
  const [head, tail] = [words.slice(0, from), words.slice(to)];
  const isBranch = head.length > 0 && tail.some((word) => BRANCHES.has(word));
  return isBranch ? { left: head, branch: branchOf(tail) } : latinBranch([...head, ...tail]);
};

const branchOf = (words: readonly string[]) =>
  words
    .filter((word) => !BRANCHES.has(word))
    .map((word) => (/^\d/.test(word) ? word : placeForm(word)))
    .toSorted()
    .join('') || 'branch';

/** In a name without a legal form, the word before `branch`, or the words after `Filiale`. */
const latinBranch = (words: readonly string[]) => {
  const at = words.findIndex((word) => BRANCHES.has(word));
  if (at < 1) return { left: words, branch: null };
  const isLast = at === words.length - 1;
  const from = isLast ? Math.max(1, at - 1) : at;
  return { left: words.slice(0, from), branch: branchOf(words.slice(from)) };
};

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
    initials: words.length < 3 ? null : words.map((word) => word.slice(0, 1)).join(''),
  };
};

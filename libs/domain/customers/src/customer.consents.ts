import { consentKey, type ConsentKind, type CustomerEvent } from '@annals/contracts-customers';
import { ImmutableMap, type Of } from '@annals/event-sourcing';
import { repeats, type Timed } from './customer.values.js';

type Given = Of<CustomerEvent, 'ConsentGiven'>['data'];
type Expiry = Of<CustomerEvent, 'ConsentExpired'>['data'];

/** What a customer or a contact person said about contacts of a kind, or that the consent has expired, or was another customer's. */
export type Word = Given | 'withdrawn' | 'expired' | 'unsaid';

export type Words = {
  /** All words, by kind and by when they were expressed. */
  readonly said: ImmutableMap<Word>;
  /** By kind and end: whether a consent was recorded after a later word of its kind, and whether its end is recorded. */
  readonly ends: ImmutableMap<'last' | 'late' | 'recorded'>;
};

export const NO_WORDS: Words = { said: ImmutableMap.empty(), ends: ImmutableMap.empty() };

const kindKey = (kind: ConsentKind) => `${consentKey(kind)}\n`;
const endKey = (of: ConsentKind & { readonly expiresAt?: string | undefined }) => `${kindKey(of)}${of.expiresAt}`;

/** The last word of a kind. */
const wordOf = ({ said }: Words, kind: ConsentKind): Word | undefined => {
  const [key, word] = said.before(`${kindKey(kind)}~`) ?? [];
  return key?.startsWith(kindKey(kind)) ? word : undefined;
};

/** The consents that are the last word of their kind. */
export const consentsIn = ({ said }: Words): readonly Given[] => {
  const last = new Map(Array.from(said, ([key, word]) => [key.slice(0, key.indexOf('\n')), word]));
  return [...last.values()].filter((word) => typeof word === 'object');
};

/** Whether a command says again what was the last word of its kind at that moment. */
export const repeatsWord = (
  { said }: Words,
  kind: ConsentKind,
  timed: Timed,
  isSame: (word: Word) => boolean,
): boolean => repeats(said, timed, isSame, kindKey(kind));

export const withWord = ({ said, ends }: Words, kind: ConsentKind, at: string, word: Word): Words => ({
  said: said.with(`${kindKey(kind)}${at}`, word),
  ends,
});

export const withConsent = (words: Words, given: Given, at: string): Words => {
  const known = withWord(words, given, at, given);
  const place = wordOf(known, given) === given ? 'last' : 'late';
  return { ...known, ends: known.ends.with(endKey(given), place) };
};

export const withExpiry = (words: Words, expired: Expiry, at: string): Words => {
  const known = withWord(words, expired, at, 'expired');
  return { ...known, ends: known.ends.with(endKey(expired), 'recorded') };
};

/** Whether the end of a consent is still to be recorded: it is the last word, or it was recorded late. */
export const isRunning = (words: Words, expiry: Expiry): boolean => {
  const place = words.ends.get(endKey(expiry));
  const word = wordOf(words, expiry);
  const isLast = typeof word === 'object' && word.expiresAt === expiry.expiresAt;
  return place === 'late' || (place === 'last' && isLast);
};

/** What was said last about contacts of a kind. */
export type LastWord = { readonly kind: ConsentKind; readonly word: Word };

/** The last word of each kind. */
export const lastWords = ({ said }: Words): readonly LastWord[] => {
  const last = new Map(Array.from(said, ([key, word]) => [key.slice(0, key.indexOf('\n')), word]));
  return Array.from(last, ([key, word]) => ({ kind: kindIn(key), word }));
};

/** The reverse of `consentKey`. */
const kindIn = (key: string): ConsentKind => {
  const [channel, purpose, ...person] = key.split('/');
  const kind = { channel, purpose } as Pick<ConsentKind, 'channel' | 'purpose'>;
  return person.length > 0 ? { ...kind, personId: person.join('/') } : kind;
};

/** When the last word of a kind was expressed, of which something was said. */
export const saidAt = ({ said }: Words, kind: ConsentKind): string =>
  said.before(`${kindKey(kind)}~`)![0].slice(kindKey(kind).length);

/** As if nothing had been said of these kinds. */
export const withoutWords = (words: Words, kinds: readonly ConsentKind[], at: string): Words =>
  kinds.reduce((left, kind) => withWord(left, kind, at, 'unsaid'), words);

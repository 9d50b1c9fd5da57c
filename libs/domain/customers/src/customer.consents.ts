import type { ConsentKind, CustomerEvent } from '@annals/contracts-customers';
import { ImmutableMap, type Of } from '@annals/event-sourcing';
import { repeats, type Timed } from './customer.values.js';

type Given = Of<CustomerEvent, 'ConsentGiven'>['data'];
type Expiry = Of<CustomerEvent, 'ConsentExpired'>['data'];

/** What a customer or a contact person said about contacts of a kind, or that the consent has expired. */
export type Word = Given | 'withdrawn' | 'expired';

export type Words = {
  /** All words, by kind and by when they were expressed. */
  readonly said: ImmutableMap<Word>;
  /** By the end of a consent, whether it is still to be recorded although that is not the last word of its kind; `false` once it is. */
  readonly late: ImmutableMap<boolean>;
};

export const NO_WORDS: Words = { said: ImmutableMap.empty(), late: ImmutableMap.empty() };

// One of each person for each channel and purpose.
const kindKey = ({ channel, purpose, personId = '' }: ConsentKind) => `${channel}/${purpose}/${personId}\n`;
const expiryKey = (of: ConsentKind & { readonly expiresAt?: string | undefined }) => `${kindKey(of)}${of.expiresAt}`;

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

export const withWord = ({ said, late }: Words, kind: ConsentKind, at: string, word: Word): Words => ({
  said: said.with(`${kindKey(kind)}${at}`, word),
  late,
});

export const withConsent = (words: Words, given: Given, at: string): Words => {
  const known = withWord(words, given, at, given);
  const isLate = wordOf(known, given) !== given || known.late.get(expiryKey(given)) === false;
  return isLate ? { ...known, late: known.late.with(expiryKey(given), true) } : known;
};

export const withExpiry = (words: Words, expired: Expiry, at: string): Words => {
  const known = withWord(words, expired, at, 'expired');
  return { ...known, late: known.late.with(expiryKey(expired), false) };
};

/** Whether the end of a consent is still to be recorded: it is the last word, or it was recorded late. */
export const isRunning = (words: Words, expiry: Expiry): boolean => {
  const word = wordOf(words, expiry);
  const isLast = typeof word === 'object' && word.expiresAt === expiry.expiresAt;
  return words.late.get(expiryKey(expiry)) ?? isLast;
};

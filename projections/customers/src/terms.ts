import type { CustomerProfile } from '@annals/contracts-customers';

const MOST_TERMS = 64;
const MOST_PREFIXES = 8;
const LONGEST = 40; // characters
const SHORTEST_NUMBER = 4; // digits

const WORDS = /[\p{L}\p{N}\p{M}]+/gu;
const CJK = '\\p{scx=Han}\\p{scx=Hiragana}\\p{scx=Katakana}\\p{scx=Hangul}';
const RUNS = new RegExp(`[${CJK}]+|[^${CJK}]+`, 'gu');
const IS_CJK = new RegExp(`^[${CJK}]`, 'u');
const IS_NUMBER = /^[\d\s()+./-]+$/;

/** NFKC in lower case: full-width letters and ligatures compare as plain ones. */
export const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

/** As `plain`, and Latin letters without their accents: `México` is found by `mexico`. */
const folded = (text: string) =>
  plain(text)
    .normalize('NFD')
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .normalize('NFC');

const cut = (text: string) => [...text].slice(0, LONGEST).join('');

const unique = (texts: readonly string[], most: number) => [...new Set(texts)].slice(0, most);

/** Words, and runs of Chinese, Japanese or Korean script, which have no spaces between words. */
const runs = (text: string): readonly string[] =>
  (folded(text).match(WORDS) ?? []).flatMap((word) => word.match(RUNS)!);

const suffixes = (text: string, shortest: number): readonly string[] => {
  const characters = [...text];
  return characters.slice(0, characters.length - shortest + 1).map((_, from) => characters.slice(from).join(''));
};

const words = (text = '') => runs(text).flatMap((run) => (IS_CJK.test(run) ? suffixes(run, 1) : [run]));

const digits = (text = '') => plain(text).replace(/\D/g, '');

const number = (text?: string) =>
  digits(text).length < SHORTEST_NUMBER ? [] : suffixes(digits(text), SHORTEST_NUMBER);

const compact = (text: string) => folded(text).replace(/[^\p{L}\p{N}]/gu, '');

/** What a customer is found by: each query word has to be the beginning of one of these. At most 64, the most telling first. */
export const termsOf = ({ name, code, email, phone, contactPersons = [] }: Partial<CustomerProfile>) => {
  const terms = [
    ...[name, code, email].flatMap(words),
    ...(code ? [compact(code)] : []),
    ...number(phone),
    ...contactPersons.flatMap((person) => words(person.name)),
    ...contactPersons.flatMap((person) => number(person.phone)),
  ];
  return unique(terms.map(cut), MOST_TERMS);
};

/** A query's words as prefixes of terms, all of which have to be found; a telephone number is one word. At most 8. */
export const searchTerms = (text: string): readonly string[] => {
  const isNumber = IS_NUMBER.test(plain(text).trim()) && digits(text).length >= SHORTEST_NUMBER;
  return unique((isNumber ? [digits(text)] : runs(text)).map(cut), MOST_PREFIXES);
};

// A trunk zero is written at home only: 020 8765 4321 is +44 20 8765 4321.
const dialled = (text: string) => [...digits(text).replace(/^0+/, '')].toReversed().join('');

/** The numbers of a customer and of its contact persons, last digit first, so that an ending is found as a beginning. */
export const phonesOf = ({ phone, contactPersons = [] }: Partial<CustomerProfile>): readonly string[] =>
  unique(
    [phone, ...contactPersons.map((person) => person.phone)].map((text = '') => dialled(text)).filter(Boolean),
    MOST_TERMS,
  );

export { dialled as reversedNumber };

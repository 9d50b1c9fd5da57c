import { digitsIn } from './digits.js';
import { isNumber, phonesIn, type PhoneRegion } from './phone.js';
import { compact, endings, queryWords, searchWords } from './words.js';

const SHORTEST = 4; // digits of a number
const WHOLE = 7; // digits: shorter numbers are endings of many others
const LONGEST = 40;

/** What a code is found by: its words, all of it in one word, and the endings of its digits if it has no letters. */
export const codeTerms = (code = ''): readonly string[] => {
  const whole = compact(code).slice(0, LONGEST);
  const numbers = [whole, ...searchWords(code)].filter((word) => /^\d+$/.test(word));
  return [
    ...searchWords(code),
    ...(whole === '' ? [] : [whole]),
    ...(/^\d+$/.test(whole) ? endings(whole, SHORTEST) : numbers.map(withoutZeros)),
  ];
};

/** What the telephone numbers in a text are found by: the endings of each, with and without its country code. */
export const phoneTerms = (text: string | undefined, regions: readonly PhoneRegion[]): readonly string[] => {
  if (text === undefined) return [];
  const phones = phonesIn(text, regions);
  const written = phones.length === 1 ? [digitsIn(text)] : [];
  return [...written, ...phones.flatMap(({ written, international }) => [written, international ?? ''])].flatMap(
    (digits) => endings(digits, SHORTEST),
  );
};

/**
 * The terms of a query, each of which has to be the beginning of a term of what is found. A telephone number is one term
 * without its country code, a code one term without what separates its parts.
 */
export const queryTerms = (text: string, region: PhoneRegion): readonly string[] => {
  if (isNumber(text) && digitsIn(text).length >= SHORTEST) return numberTerms(text, region);
  if (isCode(text)) return [compact(text).slice(0, LONGEST)];
  return queryWords(text.split(/\s+/).map(withoutSeparators).join(' '));
};

const numberTerms = (text: string, region: PhoneRegion) => {
  const phones = phonesIn(text, [region]).map(({ national, written }) => national ?? written);
  const digits = digitsIn(text);
  return digits.length < WHOLE ? [digits] : phones.map((phone) => phone.slice(0, LONGEST));
};

const withoutZeros = (digits: string) => digits.replace(/^0+/, '');

/** Eight digits or more in groups that have digits, perhaps after a country: `DE 811 907 980`. */
const isCode = (text: string) =>
  digitsIn(text).length >= 8 &&
  /^(?:[a-z]{1,3}\b)?(?:[\s./-]*[a-z]*\d[\da-z]*)+$/iu.test(text.normalize('NFKC').trim());

/** Parts of a word that have a digit are parts of one code: `HDDL-0042`. */
const withoutSeparators = (word: string) =>
  /\d/u.test(word) ? word.replace(/(?<=[\p{L}\p{N}])[-./@_:]+(?=[\p{L}\p{N}])/gu, '') : word;

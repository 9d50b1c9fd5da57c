import { jaroWinkler } from '@skyra/jaro-winkler';

/**
 * The similarity of two words from 0 to 1 by Jaro and Winkler: W. E. Winkler, "String Comparator Metrics and Enhanced
 * Decision Rules in the Fellegi–Sunter Model of Record Linkage", 1990.
 */
export const similarity = (one: string, other: string): number =>
  one === other ? 1 : one < other ? jaroWinkler(one, other) : jaroWinkler(other, one);

const TYPING_ERROR = 0.9;
const SHORTEST = 5; // characters: shorter words that differ are other words

/** Whether one word is probably the other with a typing error. Words with digits, such as `12a`, are never misspelt. */
export const isMisspelt = (one: string, other: string, shortest = SHORTEST): boolean =>
  Math.min(one.length, other.length) >= shortest && !/\d/.test(one + other) && similarity(one, other) >= TYPING_ERROR;

const SHORTEST_HAN = 4; // characters

/** Whether two Chinese names of at least four characters differ in one. */
export const isMiswritten = (one: string, other: string): boolean => {
  const [left, right] = [[...one], [...other]];
  return (
    left.length === right.length &&
    left.length >= SHORTEST_HAN &&
    left.filter((character, at) => character !== right[at]).length === 1
  );
};

const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/ph|v(?!$)/g, 'f'],
  [/ch|ck|c(?![eiy])/g, 'k'],
  [/th|dt/g, 't'],
  [/[ae]y|ai/g, 'ei'],
  [/y/g, 'i'],
  [/x/g, 'ks'],
  [/er$/, 'r'],
  [/(.)\1+/g, '$1'],
];

/** Whether two names are spellings of one sound: `Christian` and `Kristian`, `Smyth` and `Smith`, `Alexander` and `Aleksandr`. */
export const soundsAlike = (one: string, other: string): boolean => heard(one) === heard(other);

const heard = (name: string) => SPELLINGS.reduce((text, [pattern, letter]) => text.replace(pattern, letter), name);

import { hasHan, inPinyin } from '@annals/text';

const LONGEST = 64; // characters

/** A name for the values of a column in a map of free values: letters and digits in camel case, none of those `taken`. */
export const freeName = (column: string, taken: ReadonlySet<string>): string => {
  const latin = hasHan(column) ? inPinyin(column) : column;
  const words =
    latin
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .match(/[A-Za-z0-9]+/g) ?? [];
  const joined = words.map((word, at) => (at === 0 ? lowered(word) : raised(word))).join('');
  const name = (/^[A-Za-z]/.test(joined) ? joined : `column${raised(joined)}`).slice(0, LONGEST - 4);
  for (let number = 1; ; number += 1) {
    const one = number === 1 ? name : `${name}${number}`;
    if (!taken.has(one)) return one;
  }
};

const lowered = (word: string) =>
  word === word.toUpperCase() ? word.toLowerCase() : word.charAt(0).toLowerCase() + word.slice(1);

const raised = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

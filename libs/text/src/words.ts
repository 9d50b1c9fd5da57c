import { folded, spellings } from './fold.js';

const LONGEST = 40; // characters of a word
const LONGEST_RUN = 8; // characters of a script without spaces between words
const MOST_PREFIXES = 16;

const WORD = '[\\p{L}\\p{N}\\p{M}]+';
const WORDS = new RegExp(`${WORD}(?:'${WORD})*`, 'gu');
const CJK = '\\p{scx=Han}\\p{scx=Hiragana}\\p{scx=Katakana}\\p{scx=Hangul}';
const RUNS = new RegExp(`[${CJK}]+|[^${CJK}]+`, 'gu');
const IS_CJK = new RegExp(`^[${CJK}]`, 'u');

const cut = (text: string, most: number) => [...text].slice(0, most).join('');
const joined = (word: string) => word.replaceAll("'", '');

const wordsOf = (text: string): readonly string[] => folded(text).match(WORDS) ?? [];

/** A word, or a run of Chinese, Japanese or Korean script, which has no spaces between words. */
const runsOf = (word: string): readonly string[] => joined(word).match(RUNS) ?? [];

/** The endings of a text with at least `shortest` characters, the longest first. */
export const endings = (text: string, shortest: number): readonly string[] => {
  const characters = [...text];
  return characters.slice(0, characters.length - shortest + 1).map((_, from) => characters.slice(from).join(''));
};

/** All letters and digits of a text in one word. */
export const compact = (text: string): string => folded(text).replace(/[^\p{L}\p{N}]/gu, '');

/** What a text is found by: each word of a query has to be the beginning of one of these. */
export const searchWords = (text = ''): readonly string[] => {
  const words = spellings(text).flatMap(wordsOf);
  return [
    ...words
      .flatMap(runsOf)
      .flatMap((run) => (IS_CJK.test(run) ? endings(run, 1).map(shortened) : [cut(run, LONGEST)])),
    ...words.filter((word) => word.includes("'")).flatMap((word) => word.split("'")),
    ...compounds(text),
  ];
};

const shortened = (run: string) => cut(run, LONGEST_RUN);

/** Words that are also written as one: `Jean-Luc`, `O Brien`. */
const compounds = (text: string): readonly string[] => {
  const parts = folded(text).split(/\s+/);
  const ones = parts.filter((part) => wordsOf(part).length > 1).map(compact);
  const afterInitial = parts
    .slice(1)
    .flatMap((part, index) => (/^\p{L}$/u.test(parts[index]!) ? parts[index]! + compact(part) : []));
  return [...ones, ...afterInitial].map((word) => cut(word, LONGEST));
};

/**
 * The words of a query, each of which has to be the beginning of a word that is searched; of more than 16, the longest.
 * A long run of Chinese, Japanese or Korean script is looked for piece by piece.
 */
export const queryWords = (text: string): readonly string[] => {
  const runs = wordsOf(text).flatMap(runsOf);
  const pieces = runs.flatMap((run) => (IS_CJK.test(run) ? piecesOf(run) : [cut(run, LONGEST)]));
  const all = [...new Set(pieces)];
  return all.length <= MOST_PREFIXES ? all : all.toSorted((a, b) => b.length - a.length).slice(0, MOST_PREFIXES);
};

const piecesOf = (run: string): readonly string[] => {
  const characters = [...run];
  if (characters.length <= LONGEST_RUN) return [run];
  const count = Math.ceil(characters.length / LONGEST_RUN);
  return Array.from({ length: count }, (_, index) => {
    const from = Math.min(index * LONGEST_RUN, characters.length - LONGEST_RUN);
    return characters.slice(from, from + LONGEST_RUN).join('');
  });
};

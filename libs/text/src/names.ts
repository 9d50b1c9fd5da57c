import { inPinyin, RUNS } from './chinese.js';
import { searchWords } from './words.js';

const LONGEST = 40; // characters of a term

/** What a name is found by: its words, and in pinyin each of its Chinese characters and those after it, whole and by initials. */
export const nameTerms = (name = ''): readonly string[] => [
  ...searchWords(name),
  ...new Set((name.normalize('NFKC').match(RUNS) ?? []).flatMap(readingsOf).flatMap(termsOf)),
];

/** The syllables of Chinese characters, also as those of a name, and as `ü` is typed where there is one. */
const readingsOf = (run: string): readonly (readonly string[])[] => {
  const readings = [inPinyin(run), inPinyin(run, { surname: true })];
  return [...new Set(readings.flatMap(typedWays))].map((reading) => reading.split(' '));
};

const typedWays = (reading: string): readonly string[] =>
  reading.includes('v') ? [reading, reading.replaceAll('v', 'u'), reading.replaceAll('v', 'yu')] : [reading];

const termsOf = (syllables: readonly string[]): readonly string[] => {
  const initials = syllables.map((syllable) => syllable[0]!);
  const initialsFrom = (from: number) => (from === syllables.length - 1 ? [] : [joined(initials.slice(from))]);
  return syllables.flatMap((_, from) => [joined(syllables.slice(from)), ...initialsFrom(from)]);
};

const joined = (parts: readonly string[]) => parts.join('').slice(0, LONGEST);

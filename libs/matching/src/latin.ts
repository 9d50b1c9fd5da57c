import { folded, inLatin, simplified } from '@annals/text';

const JOINED = /(?<=\p{L})['.](?=\p{L}|\s|,|$)/gu;

/**
 * The words of a text in one spelling: `Müller`, `MUELLER` and `Mueller` as `muller`, `Иванов` as `ivanov`; initials without
 * dots, `&` left out.
 */
export const wordsIn = (text: string): readonly string[] =>
  inLatin(folded(simplified(text.normalize('NFKC'))))
    .replace(JOINED, '')
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== '' && !CONJUNCTIONS.has(word))
    .map(spelt);

const CONJUNCTIONS = new Set(['and', 'und', 'et', 'the', 'der', 'die', 'das', 'of', 'for', 'für', 'fur', 'du']);

/** Umlauts that are written as two letters, as one. */
const spelt = (word: string) => (/^[a-z]+$/.test(word) ? word.replace(/([ao]|(?<![gq])u)e+(?=[a-z])/g, '$1') : word);

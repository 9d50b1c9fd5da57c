import anyAscii from 'any-ascii';
import { onlyVisible } from './invisible.js';

const APOSTROPHES = /['’‘‛ʼʻʹ`´′＇]/gu;
/** In these scripts, marks are accents and vowel signs that people leave out. In others they are letters. */
const WITH_ACCENTS = '\\p{sc=Latn}\\p{sc=Grek}\\p{sc=Cyrl}\\p{sc=Arab}\\p{sc=Hebr}';
const ACCENTS = new RegExp(`(?<=[${WITH_ACCENTS}]\\p{M}*)\\p{M}+`, 'gu');
const LATIN = /[[\p{sc=Latn}]--[a-z]]/gv;
const PLAIN = /^[a-z]+$/;

const latin = (letter: string): string => {
  const plain = anyAscii(letter).toLowerCase();
  return PLAIN.test(plain) ? plain : letter;
};

/** Twice, because an acute accent alone becomes a space, and some letters a letter and an apostrophe. */
const plain = (text: string) => text.replace(APOSTROPHES, "'").normalize('NFKC').replace(APOSTROPHES, "'");

/**
 * A text as it is searched: without case, width, accents and invisible characters; Latin letters as those of English (`ł`
 * as `l`, `ß` as `ss`, `ı` as `i`), final sigma as sigma. The same text in every place where texts are searched.
 */
export const folded = (text: string): string =>
  onlyVisible(plain(text))
    .toLowerCase()
    .replace(/ς/g, 'σ')
    .replace(/ـ/g, '') // stretches Arabic words
    .normalize('NFD')
    .replace(ACCENTS, '')
    .replace(LATIN, latin)
    .normalize('NFC');

const ROMANISED = /[\p{sc=Cyrl}\p{sc=Grek}]+/gu;

/** A folded text with its Cyrillic and Greek words as they are written in Latin letters: `иванов` as `ivanov`. */
export const inLatin = (text: string): string =>
  text.replace(ROMANISED, (word) =>
    anyAscii(word.replaceAll('ου', 'ou'))
      .toLowerCase()
      .replace(/[^a-z]/g, ''),
  );

const SPELT: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe' };
const SPELLABLE = /[äöüåø]/g;

/** The text, and its spelling without umlauts (`ä` as `ae`) if it has any. */
export const spellings = (text: string): readonly string[] => {
  const composed = text.normalize('NFKC').toLowerCase();
  const spelt = composed.replace(SPELLABLE, (letter) => SPELT[letter]!);
  return spelt === composed ? [text] : [text, spelt];
};

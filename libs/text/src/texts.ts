import { onlyVisible, withoutInvisible } from './invisible.js';

const BREAKS = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
const SPACING = /[\t\n]+/g;
const FORBIDDEN = /[[\p{Cc}\p{NChar}]--[\t\n\r\v\f\u0085]]/v;
const BLANK = /^[\p{White_Space}\p{M}\u2800]*$/v;
const SPECIAL = /[\p{Cc}\p{DI}\p{NChar}\uFFF9-\uFFFB\u2028\u2029]|^\s|\s$/v;

/** `line` has no line breaks. */
export type TextKind = 'line' | 'lines';

/** Whether a text has characters that it may not have: control characters other than tabs and line breaks, and noncharacters. */
export const hasControls = (text: string): boolean => FORBIDDEN.test(text);

/** Whether nothing of a text is visible, though it is not empty. */
export const isBlank = (text: string): boolean => text !== '' && BLANK.test(onlyVisible(text));

/**
 * A text as it is stored: without invisible characters that change nothing and without spaces around it; line breaks are
 * `\n`. In a `line`, line breaks and tabs become spaces.
 */
export const storedText = (text: string, kind: TextKind): string => {
  if (!SPECIAL.test(text)) return text;
  const broken = text.replace(BREAKS, '\n');
  return withoutInvisible(kind === 'lines' ? broken : broken.replace(SPACING, ' ')).trim();
};

const UNPRINTABLE = /(?!\r?\n)[\p{Cc}\p{Bidi_C}\p{NChar}\u2028\u2029]/gv;

/** A text for a terminal: control characters and overrides of direction as escapes such as `\x1b` and `\u202e`. */
export const printable = (text: string): string =>
  text.replace(UNPRINTABLE, (character) => {
    const code = character.codePointAt(0)!.toString(16);
    return code.length > 2
      ? `\\u${code.length > 4 ? `{${code}}` : code.padStart(4, '0')}`
      : `\\x${code.padStart(2, '0')}`;
  });

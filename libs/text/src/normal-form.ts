import anyAscii from 'any-ascii';
import { onlyVisible } from './invisible.js';

/**
 * The number of the rules by which unique values are compared: by those of this file and of `normalIdentifier`. Raise it with
 * every change of them, and with every further kind of unique value: values in the log are then reserved anew.
 */
export const IDENTIFIER_FORM = 2;

const visible = (text: string) => onlyVisible(text).normalize('NFKC');

/**
 * A code as it is compared: letters and digits alone, in capitals. Spaces, dashes, dots and slashes separate its parts and
 * do not count; full-width characters and digits of other scripts are as plain ones.
 */
export const normalCode = (text: string): string =>
  visible(visible(text).toUpperCase())
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/\p{Nd}/gu, anyAscii);

/** An e-mail address or the name of a user as it is compared: without case, width and invisible characters. */
export const normalAddress = (text: string): string => visible(visible(text).toLowerCase()).trim();

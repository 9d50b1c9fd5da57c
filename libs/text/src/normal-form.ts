import anyAscii from 'any-ascii';
import { onlyVisible } from './invisible.js';

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

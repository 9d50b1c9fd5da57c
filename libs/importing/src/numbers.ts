import { withoutEndingZeros } from '@annals/contracts-values';
import { BadValue, finding } from './bad-value.js';
import type { FileSpec } from './mapping.js';

const WHOLE = 15; // digits that contracts accept
const FRACTION = 8;

const escaped = (character: string) => `\\${character}`;

/** Converts a number in the format of the file to plain decimal digits: `1.234,50` → `1234.5`. Throws `BadValue`. */
export const decimalReader = ({ decimal, thousands }: Pick<FileSpec, 'decimal' | 'thousands'>) => {
  const separator = thousands === ' ' ? '[ \\u00a0\\u202f]' : thousands && escaped(thousands);
  const whole = separator === undefined ? '\\d*' : `\\d*|\\d{1,3}(?:${separator}\\d{3})+`;
  const shape = new RegExp(`^([+-]?)(?=.*\\d)(${whole})(?:${escaped(decimal)}(\\d*))?$`);
  return (text: string): string => {
    const [matched, sign, integer = '', fraction = ''] = shape.exec(text) ?? [];
    if (matched === undefined) throw new BadValue(finding('BadNumber', { text, wanted: 'number' }));
    return plain(
      sign === '-' ? '-' : '',
      integer.replace(/\D/g, '').replace(/^0+(?=\d)/, ''),
      withoutEndingZeros(fraction),
    );
  };
};

const plain = (sign: string, integer: string, fraction: string) => {
  if (integer.length > WHOLE || fraction.length > FRACTION)
    throw new BadValue(finding('BadNumber', { text: `${integer}.${fraction}`, wanted: 'exact' }));
  return `${sign}${integer || '0'}${fraction === '' ? '' : `.${fraction}`}`;
};

/** Throws `BadValue` if the number has a fraction or is not exact as a JavaScript number. */
export const toInteger = (text: string): number => {
  const number = Number(text);
  if (!Number.isSafeInteger(number)) throw new BadValue(finding('BadNumber', { text, wanted: 'whole' }));
  return number;
};

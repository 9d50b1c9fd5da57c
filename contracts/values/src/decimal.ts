export { add, compareDecimals, divide, multiply, sortableDecimal, subtract, sum } from '@annals/event-sourcing';

/**
 * A decimal that may be recorded: at most 15 digits before the point and 8 after it. Normalising it with `add` keeps it within these limits.
 * Sums and products may be longer and are exact; check them before they are recorded.
 */
export const DECIMAL = /^-?\d{1,15}(\.\d{1,8})?$/;

/** The digits behind the point without zeros at the end; takes no more steps than there are digits. */
export const withoutEndingZeros = (fraction: string): string => fraction.replace(/(?<!0)0+$/, '');

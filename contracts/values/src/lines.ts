import type { Money, Staff } from './values.js';

/** `440.00 CNY` */
export const moneyLine = ({ amount, currency }: Money): string => `${amount} ${currency}`;

/** The name of an employee, or the id of one without a name. */
export const nameLine = ({ id, name }: Staff): string => name ?? id;

/** What is known of these, with a dot between. */
export const joinedLine = (...parts: readonly (string | null)[]): string =>
  parts.filter((part) => part !== null).join(' · ');

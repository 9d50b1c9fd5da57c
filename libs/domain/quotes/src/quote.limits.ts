import type { Totals } from '@annals/contracts-quotes';
import { compareDecimals, divide, multiply, ROLES, subtract, type Role } from '@annals/contracts-values';
import { namedValues, type NamedValues, type Reader } from '@annals/configuration';

/** What each role may offer by itself, and approve: `sales` for discounts in percent, `sales.CNY` for totals in a currency. */
export type Limits = {
  readonly discounts: NamedValues;
  readonly totals: NamedValues;
};

const ROLE = `(?:${ROLES.join('|')})`;

const limits = (pattern: RegExp, allowed: string): Reader<NamedValues> =>
  namedValues({
    allowed,
    read: (part) => {
      const [, name, most] = pattern.exec(part) ?? [];
      return name === undefined || most === undefined ? undefined : [name, most];
    },
  });

/** A percentage for roles. */
export const discountLimits = limits(
  new RegExp(`^(${ROLE})=(100(?:\\.0{1,2})?|\\d{1,2}(?:\\.\\d{1,2})?)$`),
  'a percentage up to 100 for roles such as sales=10,manager=30; or none',
);

/** An amount for roles and currencies. */
export const totalLimits = limits(
  new RegExp(`^(${ROLE}\\.[A-Z]{3})=(\\d{1,15}(?:\\.\\d{1,8})?)$`),
  'an amount for roles and currencies such as sales.CNY=100000,manager.CNY=1000000; or none',
);

const HUNDRED = '100';

/** The discount of a quote in percent of its value at list prices, to a hundredth. */
export const discountIn = ({ list, net }: Totals): string =>
  compareDecimals(list, '0') === 0 ? '0.00' : divide(multiply(subtract(list, net), HUNDRED), list, 2);

const isDiscountWithin = (limit: string, { list, net }: Totals): boolean =>
  compareDecimals(multiply(subtract(list, net), HUNDRED), multiply(limit, list)) <= 0;

/** Of a user without roles every discount needs approval, and every total if any role has a limit. */
const isWithin = (role: Role | null, { totals, currency }: Valued, { discounts, totals: most }: Limits): boolean => {
  const isLimited = Object.keys(most).some((key) => role === null || key.startsWith(`${role}.`));
  const [percent, total] = role === null ? ['0', '0'] : [discounts[role] ?? '0', most[`${role}.${currency}`] ?? '0'];
  return isDiscountWithin(percent, totals) && (!isLimited || compareDecimals(totals.total, total) <= 0);
};

type Valued = { readonly currency: string; readonly totals: Totals };

/** Whether one of these roles may offer or approve a quote by itself. */
export const mayOffer = (roles: readonly Role[], valued: Valued, limits: Limits): boolean =>
  [null, ...roles].some((role) => isWithin(role, valued, limits));

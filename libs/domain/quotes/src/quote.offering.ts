import { moneyLine, sameContent, type Staff } from '@annals/contracts-values';
import type { Around } from './quote.around.js';
import { discountIn, mayOffer, type Limits } from './quote.limits.js';
import type { Version } from './quote.state.js';

/** Who acts; `undefined` for imports and for Annals itself. */
export type By = Staff | undefined;

export const isBy = (one: By, other: Staff | null): boolean => sameContent(one ?? null, other);

/** What is compared with limits, for problems. */
export const figuresOf = ({ terms: { totals, currency } }: Version) => ({
  discount: discountIn(totals),
  total: moneyLine({ amount: totals.total, currency }),
});

/** Whether a version is within the limits of who sends or approves it; imports have none. */
export const isWithin = (limits: Limits, by: By, { terms }: Version, { roles }: Pick<Around, 'roles'>): boolean =>
  by === undefined || mayOffer(roles.get(by.id) ?? [], terms, limits);

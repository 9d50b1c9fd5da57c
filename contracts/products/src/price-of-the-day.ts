import { compareDecimals } from '@annals/contracts-values';
import type { KnownProduct } from './known-product.js';
import type { Price, Step } from './price.js';

/** What is bought, by whom and when; `segment` is `null` for a customer of no segment. */
export type Purchase = {
  readonly currency: string;
  readonly segment: string | null;
  readonly quantity: string;
  /** `2026-01-31` */
  readonly day: string;
  /** The only list that counts; all lists without it. */
  readonly priceListId?: string | undefined;
};

/** A list price with its evidence: the price on its list, and the step of it. */
export type ListPrice = Price & { readonly priceId: string; readonly step: Step };

/**
 * The list price of a product for a purchase; `null` if no list has one. A price for the segment comes before one for all
 * customers, then one that is valid since a later day, then the list whose id comes first. A return has the step of the
 * quantity that comes back.
 */
export const priceOfTheDay = ({ prices }: NonNullable<KnownProduct>, purchase: Purchase): ListPrice | null => {
  const found = Array.from(prices).flatMap(([priceId, price]) => {
    const step = applies(price, purchase) ? stepOf(price, purchase) : undefined;
    return step ? [{ ...price, priceId, step }] : [];
  });
  return found.toSorted(byPrecedence)[0] ?? null;
};

const applies = (price: Price, { currency, segment, day, priceListId = price.priceListId }: Purchase): boolean => {
  if (price.currency !== currency || price.priceListId !== priceListId) return false;
  return isValidOn(price, day) && (price.segment === null || price.segment === segment);
};

/** Whether a day is one of a price. */
export const isValidOn = ({ from, until }: Pick<Price, 'from' | 'until'>, day: string): boolean =>
  from <= day && (until === null || day <= until);

const stepOf = ({ steps }: Price, { quantity }: Purchase): Step | undefined => {
  const bought = quantity.replace('-', '');
  return steps.findLast((step) => compareDecimals(step.quantity, bought) <= 0);
};

const byPrecedence = (one: ListPrice, other: ListPrice): number => {
  const [a, b] = [one, other].map(
    ({ segment, from, priceListId, priceId }) => [segment === null ? '1' : '0', from, priceListId, priceId] as const,
  ) as [Keys, Keys];
  return compared(a[0], b[0]) || compared(b[1], a[1]) || compared(a[2], b[2]) || compared(a[3], b[3]);
};

type Keys = readonly [segment: string, from: string, list: string, price: string];

const compared = (one: string, other: string): number => (one === other ? 0 : one < other ? -1 : 1);

import { catalogueProblems } from './catalogue.problems.js';
import { isOffered, type KnownProduct } from './known-product.js';
import { priceOfTheDay, type Purchase } from './price-of-the-day.js';

/** What a line keeps of the price that its product has on a price list. */
export type LinePrice = { readonly unitPrice: string; readonly priceListId: string; readonly priceId: string };

/** The list price of a line for a customer of no segment; `undefined` if no list has one. */
export const linePriceOf = (
  product: KnownProduct | undefined,
  purchase: Omit<Purchase, 'segment' | 'priceListId'>,
): LinePrice | undefined => {
  const found = product && priceOfTheDay(product, { ...purchase, segment: null });
  if (!found) return undefined;
  return { unitPrice: found.step.unitPrice, priceListId: found.priceListId, priceId: found.priceId };
};

/** Rejects with `ProductUnknown` and with `ProductNotOffered` a product that a line cannot name on a day. */
export const expectOffered = (productId: string, product: KnownProduct | undefined, day: string): void => {
  if (!product) return catalogueProblems.rejectReference('ProductUnknown', { productId });
  const { substitutes } = product.entry;
  if (!isOffered(product, day)) catalogueProblems.reject('ProductNotOffered', { productId, day, substitutes });
};

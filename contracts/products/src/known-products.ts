import { ImmutableMap, type RecordedEvent } from '@annals/event-sourcing';
import { knownProduct, type KnownProduct } from './known-product.js';

/** Products of the catalogue by their ids. */
export type KnownProducts = ImmutableMap<NonNullable<KnownProduct>>;

type Step = (
  products: KnownProducts,
  data: { readonly productId: string },
  event: Pick<RecordedEvent, 'occurredAt'>,
) => KnownProducts;

/** A fold of the streams of several products, for the rules of what refers to them. */
export const knownProducts = {
  initial: ImmutableMap.empty<NonNullable<KnownProduct>>(),
  evolve: Object.fromEntries(
    Object.entries(knownProduct.evolve).map(([type, step]): [string, Step] => [
      type,
      (products, data, event) => {
        const product = step(products.get(data.productId) ?? null, data as never, event);
        return product ? products.with(data.productId, product) : products;
      },
    ]),
  ),
  join: (one: KnownProducts, other: KnownProducts): KnownProducts => one.withAll(other),
};

/** The steps of that fold for rules that know of other records as well. */
export const aroundProducts = <Around extends { readonly products: KnownProducts }>() =>
  Object.fromEntries(
    Object.entries(knownProducts.evolve).map(([type, step]) => [
      type,
      (around: Around, ...event: Parameters<Step> extends [unknown, ...infer Rest] ? Rest : never): Around => ({
        ...around,
        products: step(around.products, ...event),
      }),
    ]),
  );

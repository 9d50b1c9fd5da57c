import { catalogueProblems, type KnownProduct } from '@annals/contracts-products';
import { expectingAfter } from '@annals/contracts-values';
import { productProblems } from './product.problems.js';

const { reject } = productProblems;

/** Rejects with `ProductUnknown`. */
export const known = (product: KnownProduct, productId: string): NonNullable<KnownProduct> =>
  product ?? catalogueProblems.reject('ProductUnknown', { productId });

/** Rejects a command that says that it happened before what it follows. */
export const expectAfter = expectingAfter((details) => reject('ProductOccurredTooEarly', details));

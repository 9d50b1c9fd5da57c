import {
  catalogueProblems,
  knownProducts,
  productStream,
  type Entry,
  type KnownProduct,
  type KnownProducts,
} from '@annals/contracts-products';
import { compareDecimals } from '@annals/contracts-values';
import type { ContextStream } from '@annals/event-sourcing';
import { productProblems } from './product.problems.js';
import type { ProductCommand } from './product.types.js';

const { reject } = productProblems;

/** The other products of the catalogue that a command names. */
export type Others = KnownProducts;

type Related = Pick<Entry, 'substitutes' | 'bundle'>;

const namesOf = (command: ProductCommand): readonly string[] => {
  if (command.type !== 'AddProduct' && command.type !== 'ChangeProduct') return [];
  const { substitutes = [], bundle = [] } = command;
  return [...substitutes, ...bundle.map(({ productId }) => productId)];
};

export const around: ContextStream<ProductCommand, KnownProduct, Others> = {
  ...knownProducts,
  stream: (command) => namesOf(command).map(productStream),
};

/** Rejects what a product cannot name as substitutes and parts of its bundle. */
export const expectNamed = (productId: string, { substitutes, bundle }: Related, others: Others): void => {
  const parts = bundle.map((part) => part.productId);
  expectOnce('substitutes', substitutes);
  expectOnce('bundle', parts);
  if ([...substitutes, ...parts].includes(productId)) reject('ProductRefersToItself', { productId });
  for (const each of substitutes) known(others, each);
  for (const part of bundle) expectPart(part, known(others, part.productId));
};

const expectPart = (part: Entry['bundle'][number], { productId, entry }: NonNullable<KnownProduct>) => {
  if (entry.bundle.length > 0) reject('BundleInBundle', { productId });
  if (compareDecimals(part.quantity, '0') <= 0) reject('BundleQuantityNotPositive', { ...part });
};

const expectOnce = (field: string, productIds: readonly string[]) => {
  const seen = new Set<string>();
  for (const productId of productIds)
    if (seen.size === seen.add(productId).size) reject('ProductNamedTwice', { field, productId });
};

const known = (others: Others, productId: string) =>
  others.get(productId) ?? catalogueProblems.rejectReference('ProductUnknown', { productId });

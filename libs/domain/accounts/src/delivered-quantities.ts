import type { DeliveredLine, OrderLine } from '@annals/contracts-accounts';
import { compareDecimals, sum } from '@annals/contracts-values';
import { accountProblems } from './accounts.problems.js';

type Line = DeliveredLine | OrderLine;

/**
 * Rejects with `MoreDeliveredThanOrdered` if what is delivered now comes, with what was delivered before, to more of a product
 * than is ordered. An order without lines says nothing of quantities, and different units cannot be compared.
 */
export const expectOrdered = (
  ordered: readonly OrderLine[] = [],
  now: readonly DeliveredLine[],
  before: readonly DeliveredLine[] = [],
): void => {
  if (ordered.length === 0) return;
  const names = new Map(
    ordered.flatMap(({ productId, product }) => (productId ? [[productId, product] as const] : [])),
  );
  const nameOf = ({ productId, product }: Line) => names.get(productId ?? '') ?? product;
  const [wanted, delivered] = [Map.groupBy(ordered, nameOf), Map.groupBy([...now, ...before], nameOf)];
  for (const product of new Set(now.map(nameOf)))
    expectEnough(product, wanted.get(product) ?? [], delivered.get(product) ?? []);
};

const expectEnough = (product: string, ordered: readonly Line[], delivered: readonly Line[]) => {
  const units = new Set([...ordered, ...delivered].flatMap(({ unit }) => unit ?? []));
  const [wanted, given] = [total(ordered), total(delivered)];
  if (units.size <= 1 && compareDecimals(given, wanted) > 0)
    accountProblems.reject('MoreDeliveredThanOrdered', { product, delivered: given, ordered: wanted });
};

const total = (lines: readonly Line[]) => sum(lines.map(({ quantity }) => quantity));

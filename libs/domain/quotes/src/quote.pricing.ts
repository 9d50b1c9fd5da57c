import { QUOTE_LINES, type GivenQuoteLine, type QuoteLine } from '@annals/contracts-quotes';
import { expectOffered, linePriceOf, type KnownProducts } from '@annals/contracts-products';
import { add, compareDecimals, identified } from '@annals/contracts-values';
import { expectDiscount } from './quote.discounts.js';
import { quoteProblems } from './quote.problems.js';
import { valued, type Priced } from './quote.totals.js';

/** A line as callers send it, or as it was agreed in the deal, whose prices and products are not judged again. */
export type SentLine = GivenQuoteLine & { readonly agreed?: { readonly listPrice?: QuoteLine['listPrice'] } };

/** What is offered on a day, `2026-01-31`, in a currency with decimals. */
export type Offers = {
  readonly products: KnownProducts;
  readonly day: string;
  readonly currency: string;
  readonly places: number;
};

/** The lines that a quote has, and the highest number that a line has ever had; none of them in another currency. */
export type KnownLines = { readonly lines: readonly QuoteLine[]; readonly last: number };

const canonical = (value: string) => add(value, '0');

/**
 * Lines with their ids and prices. A line that the quote has already keeps its prices; otherwise a product of the catalogue has
 * the list price of the day, which is the unit price if none is sent.
 */
export const linesOf = (
  quoteId: string,
  sent: readonly SentLine[],
  known: KnownLines,
  offers: Offers,
): readonly QuoteLine[] => {
  const byId = new Map(known.lines.map((line) => [line.lineId, line]));
  return identified(QUOTE_LINES, quoteId, sent, { parts: known.lines, last: known.last }).map((line) =>
    lineOf(line, byId.get(line.lineId), offers),
  );
};

/** What the quote has already of the same product; `same` of the same quantity, too. */
type Before = { readonly before: QuoteLine | undefined; readonly same: QuoteLine | undefined };

const beforeOf = ({ product, productId, quantity }: SentLine, known: QuoteLine | undefined): Before => {
  const before = known?.product === product && known.productId === productId ? known : undefined;
  return { before, same: before && compareDecimals(before.quantity, quantity) === 0 ? before : undefined };
};

const lineOf = (
  { lineId, ...sent }: SentLine & { readonly lineId: string },
  known: QuoteLine | undefined,
  offers: Offers,
): QuoteLine => {
  const { product, productId, quantity, discount } = sent;
  const found = beforeOf(sent, known);
  const listPrice = listPriceOf(sent, found, offers);
  const line: Priced = {
    product,
    ...(productId !== undefined && { productId }),
    quantity: canonical(quantity),
    unitPrice: canonical(unitPriceOf(sent, found, listPrice)),
    ...(listPrice && { listPrice }),
    ...(discount && { discount: { ...discount, value: canonical(discount.value) } }),
    taxClass: taxClassOf(sent, found, offers),
  };
  const { gross } = valued({ ...line, discount: undefined }, offers.places);
  expectDiscount(line.discount, gross, offers);
  return { lineId, ...valued(line, offers.places) };
};

const unitPriceOf = ({ unitPrice, product }: SentLine, { same }: Before, listPrice: QuoteLine['listPrice']): string =>
  unitPrice ?? same?.unitPrice ?? listPrice?.unitPrice ?? quoteProblems.reject('QuoteLinePriceMissing', { product });

const taxClassOf = ({ taxClass, productId = '' }: SentLine, { before }: Before, { products }: Offers) =>
  taxClass ?? before?.taxClass ?? products.get(productId)?.entry.taxClass ?? 'standard';

const listPriceOf = (
  { productId, quantity, agreed }: SentLine,
  { before, same }: Before,
  { products, day, currency }: Offers,
): QuoteLine['listPrice'] => {
  if (agreed) return agreed.listPrice;
  if (same || productId === undefined) return same?.listPrice;
  const product = products.get(productId);
  if (!before) expectOffered(productId, product, day);
  return linePriceOf(product, { currency, quantity, day });
};

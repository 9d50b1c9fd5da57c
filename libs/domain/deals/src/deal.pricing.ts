import type { DealLine, DealTerms } from '@annals/contracts-deals';
import { expectOffered, linePriceOf, type KnownProducts } from '@annals/contracts-products';
import { sortableDecimal, wholeId } from '@annals/contracts-values';
import type { Around } from './deal.around.js';
import type { GivenLine, GivenTerms } from './deal.terms.js';
import { lineProblems } from './line.problems.js';

/** A line as callers send it. */
export type SentLine = Omit<GivenLine, 'unitPrice' | 'listPrice'> & { readonly unitPrice?: string | undefined };

/** The lines of a deal as they are agreed, in its currency. */
export type Agreed = {
  readonly dealId: string;
  readonly currency: string;
  readonly byId: ReadonlyMap<string, DealLine>;
  /** The first one of each content, with and without its price. */
  readonly byContent: ReadonlyMap<string, DealLine>;
  readonly productIds: ReadonlySet<string | undefined>;
};

type Content = Pick<SentLine, 'product' | 'productId' | 'quantity' | 'unitPrice'>;

const contentOf = ({ product, productId, quantity, unitPrice }: Content) =>
  JSON.stringify([product, productId, ...[quantity, unitPrice].map((each) => each && sortableDecimal(each))]);

const agreed = (dealId: string, lines: readonly DealLine[], currency: string): Agreed => ({
  ...{ dealId, currency },
  byId: new Map(lines.map((line) => [line.lineId, line])),
  byContent: new Map(
    lines
      .toReversed()
      .flatMap((line) => [line, { ...line, unitPrice: undefined }].map((each) => [contentOf(each), line] as const)),
  ),
  productIds: new Set(lines.map(({ productId }) => productId)),
});

export const agreedIn = (dealId: string, { lines, value }: Pick<DealTerms, 'lines' | 'value'>): Agreed =>
  agreed(dealId, lines, value.currency);

/** The currency that sent terms name, or that of the known ones. */
const currencyIn = ({ value, currency }: GivenTerms<SentLine>, known: string): string =>
  value?.currency ?? currency ?? known;

/** What is offered on a day, `2026-01-31`. */
export type Offers = { readonly products: KnownProducts; readonly day: string };

/** The terms of a deal with the prices of their lines; nothing is agreed before it is opened. */
export const pricedTerms = <Terms extends GivenTerms<SentLine>>(
  offers: Offers,
  known: Agreed | undefined,
  sent: Terms,
) => {
  const currency = currencyIn(sent, known?.currency ?? '');
  const before = known ?? agreed('', [], currency);
  return { ...sent, lines: sent.lines?.map(pricedBy(offers, before, currency)) };
};

/** The same for terms that are compared only. */
export const comparedTerms = <Terms extends GivenTerms<SentLine>>(agreed: Agreed, sent: Terms) => ({
  ...sent,
  lines: sent.lines?.map(pricedAs(agreed, currencyIn(sent, agreed.currency))),
});

/** The offers of the day of a command. */
export type OffersOn = (at: Date, around: Around) => Offers;

/**
 * Lines with their prices. What is agreed keeps its prices; otherwise a product of the catalogue has the list price of the
 * day, which is the unit price if none is sent. Rejects a product that is unknown or not offered with `ProductUnknown` or
 * `ProductNotOffered`, unless the deal has it already, and a line without a price with `LinePriceMissing`.
 */
export const pricedBy =
  (offers: Offers, agreed: Agreed, currency = agreed.currency) =>
  (line: SentLine): GivenLine => {
    const before = agreedLine(line, agreed, currency);
    if (before) return withPrices(line, before.unitPrice, before.listPrice);
    const listPrice =
      line.productId === undefined ? undefined : listPriceOf(line, line.productId, offers, agreed, currency);
    const unitPrice = line.unitPrice ?? listPrice?.unitPrice;
    return withPrices(line, unitPrice ?? lineProblems.reject('LinePriceMissing', { product: line.product }), listPrice);
  };

/** The same for lines that are compared only: what would have to be looked up differs from what is agreed. */
export const pricedAs =
  (agreed: Agreed, currency = agreed.currency) =>
  (line: SentLine): GivenLine => {
    const before = agreedLine(line, agreed, currency);
    return before
      ? withPrices(line, before.unitPrice, before.listPrice)
      : withPrices(line, line.unitPrice ?? '0', undefined);
  };

const withPrices = (line: SentLine, unitPrice: string, listPrice: DealLine['listPrice']): GivenLine => ({
  ...line,
  unitPrice: line.unitPrice ?? unitPrice,
  listPrice,
});

/** The line as it is agreed, if it is sent again. */
const agreedLine = (
  sent: SentLine,
  { dealId, currency, byId, byContent }: Agreed,
  now: string,
): DealLine | undefined => {
  if (now !== currency) return undefined;
  if (sent.lineId === undefined) return byContent.get(contentOf(sent));
  const line = byId.get(wholeId(dealId, sent.lineId));
  return line &&
    contentOf({ ...line, ...(sent.unitPrice === undefined && { unitPrice: undefined }) }) === contentOf(sent)
    ? line
    : undefined;
};

const listPriceOf = (
  { quantity }: SentLine,
  productId: string,
  { products, day }: Offers,
  { productIds }: Agreed,
  currency: string,
): DealLine['listPrice'] => {
  const product = products.get(productId);
  if (!productIds.has(productId)) expectOffered(productId, product, day);
  return linePriceOf(product, { currency, quantity, day });
};

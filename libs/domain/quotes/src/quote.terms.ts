import { MOST_LINES, type Discount, type QuoteTerms } from '@annals/contracts-quotes';
import {
  add,
  amountProblems,
  DECIMAL,
  decimalsOf,
  multiply,
  sameContent,
  sum,
  type Staff,
} from '@annals/contracts-values';
import type { KnownProducts } from '@annals/contracts-products';
import type { KnownDeal } from './quote.around.js';
import { expectDiscount } from './quote.discounts.js';
import { linesOf, type SentLine } from './quote.pricing.js';
import { quoteProblems } from './quote.problems.js';
import { totalsOf } from './quote.totals.js';
import { rateIn, type TaxRates } from './tax-rates.js';

/** The terms that a caller sends; what is left out stays. */
export type Given = {
  readonly title?: string | undefined;
  readonly currency?: string | undefined;
  readonly lines?: readonly SentLine[] | undefined;
  readonly discount?: Discount | null | undefined;
  readonly taxRegion?: string | null | undefined;
  readonly validUntil?: string | undefined;
  readonly paymentTerms?: string | null | undefined;
  readonly recipient?: string | null | undefined;
  readonly notes?: string | null | undefined;
  readonly owner?: Staff | null | undefined;
};

type Known = Omit<QuoteTerms, 'totals'>;

/** What terms are settled with: the catalogue and the tax rates of a day, and the highest number that a line has ever had. */
export type Settling = {
  readonly products: KnownProducts;
  readonly day: string;
  readonly rates: TaxRates;
  readonly lastLine: number;
};

/** The terms of a quote after the given ones, with their totals. */
export const settle = (quoteId: string, given: Given, known: Known, settling: Settling): QuoteTerms => {
  const { currency = known.currency } = given;
  const isOther = currency !== known.currency;
  expectPriced(given, known);
  const places = decimalsOf(currency) ?? 2;
  const before = { lines: isOther ? [] : known.lines, last: settling.lastLine };
  const offers = { ...settling, currency, places };
  const lines = given.lines ? linesOf(quoteId, given.lines, before, offers) : known.lines;
  const discount = canonical(given.discount === undefined ? known.discount : given.discount);
  const terms = { ...said(given, known), currency, lines: [...lines], discount };
  return { ...terms, totals: totalled(terms, { places, rates: settling.rates }) };
};

/** Rejects with `QuoteCurrencyNeedsLines` another currency for lines whose prices are in the known one. */
export const expectPriced = ({ currency, lines }: Given, known: Pick<Known, 'currency'>): void => {
  if (!lines && currency !== undefined && currency !== known.currency)
    quoteProblems.reject('QuoteCurrencyNeedsLines', { known: known.currency, currency });
};

const canonical = (discount: Discount | null): Discount | null =>
  discount && { ...discount, value: add(discount.value, '0') };

const SAID = ['title', 'taxRegion', 'validUntil', 'paymentTerms', 'recipient', 'notes', 'owner'] as const;

/** What is given, and of the rest what is known. */
const said = (given: Given, known: Known): Pick<Known, (typeof SAID)[number]> =>
  Object.fromEntries(
    SAID.map((name) => [name, given[name] === undefined ? known[name] : given[name]]),
  ) as unknown as Known;

type Rating = { readonly places: number; readonly rates: TaxRates };

const totalled = (terms: Known, { places, rates }: Rating) => {
  const { lines, discount, taxRegion, currency } = terms;
  const rateOf = (taxClass: (typeof lines)[number]['taxClass']) => rateIn(rates, taxRegion, taxClass);
  expectDiscount(discount, sum(lines.map(({ net }) => net)), { currency, places });
  const totals = totalsOf(lines, discount, { places, rateOf });
  for (const amount of [...lines.map(({ gross }) => gross), totals.list, totals.total])
    if (!DECIMAL.test(amount)) amountProblems.reject('AmountOutOfRange', { amount });
  return totals;
};

/** Whether two terms say the same; their totals follow. */
export const sameTerms = ({ totals: _, ...one }: QuoteTerms, { totals: __, ...other }: QuoteTerms): boolean =>
  sameContent(one, other);

/** What a quote says by default: the terms of its deal. */
export const termsOfDeal = ({ terms }: KnownDeal): Known => ({
  ...{ title: terms.title, currency: terms.value.currency, lines: [], discount: null, taxRegion: terms.country },
  ...{ validUntil: '', paymentTerms: null, recipient: null, notes: null, owner: terms.owner },
});

/** The lines of a deal as those of a quote. Rejects with `QuoteWithoutLines`. */
export const linesOfDeal = (dealId: string, { terms: { lines } }: KnownDeal): readonly SentLine[] => {
  const isUnfit = lines.some(({ quantity, unitPrice }) => !/^[^-]*[1-9]/.test(quantity) || unitPrice.startsWith('-'));
  if (isUnfit || lines.length === 0 || lines.length > MOST_LINES) quoteProblems.reject('QuoteWithoutLines', { dealId });
  return lines.map(({ product, productId, quantity, unitPrice, discount, listPrice }) => ({
    ...{ product, productId, quantity, unitPrice, agreed: { listPrice } },
    ...(/[1-9]/.test(discount) && { discount: { kind: 'percent' as const, value: percentOf(discount) } }),
  }));
};

const percentOf = (fraction: string) => multiply(fraction, '100');

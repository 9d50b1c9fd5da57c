import type { ApiProblem } from '../../../api/problem.js';
import type { DiscountValue, EnteredLine } from './lines.js';

type Entered = { readonly lines: readonly EnteredLine[]; readonly discount: DiscountValue | null | undefined };
type Details = ApiProblem['details'];
type Place = (details: Details, entered: Entered) => string | undefined;

const inLine = (lines: readonly EnteredLine[], field: string, isIt: (line: EnteredLine) => boolean) => {
  const index = lines.findIndex(isIt);
  return index < 0 ? undefined : `lines.${index}.${field}`;
};

const ofProduct: Place = ({ productId }, { lines }) => inLine(lines, 'product', (line) => line.productId === productId);

const isDiscount = (entered: DiscountValue | null | undefined, said: string) =>
  Number(entered?.value) === Number(said.replace('%', '')) && (entered?.kind === 'percent') === said.endsWith('%');

const ofDiscount: Place = ({ discount }, { lines, discount: whole }) =>
  isDiscount(whole, String(discount))
    ? 'discount'
    : inLine(lines, 'discount', (line) => isDiscount(line.discount, String(discount)));

const PLACES: Readonly<Record<string, Place>> = {
  QuoteLinePriceMissing: ({ product }, { lines }) =>
    inLine(lines, 'unitPrice', (line) => line.product === product && !line.unitPrice),
  ProductUnknown: ofProduct,
  ProductNotOffered: ofProduct,
  QuoteDiscountTooHigh: ofDiscount,
  QuoteWithoutLines: () => 'lines',
  QuoteCurrencyNeedsLines: () => 'currency',
  QuoteValidityOver: () => 'validUntil',
};

/** The field that a rule refuses, as a path with dots; `undefined` where it is about none of them. */
export const refusedField = (problem: Pick<ApiProblem, 'code' | 'details'>, entered: Entered): string | undefined =>
  PLACES[problem.code]?.(problem.details, entered);

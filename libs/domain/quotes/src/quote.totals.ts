import { TAX_CLASSES, type Discount, type QuoteLine, type TaxClass, type Totals } from '@annals/contracts-quotes';
import { compareDecimals, divide, multiply, subtract, sum } from '@annals/contracts-values';

/** Amounts have as many decimals as their currency. */
type Places = number;

/** The tax rate of a class in percent. */
export type RateOf = (taxClass: TaxClass) => string;

const HUNDRED = '100';

/** Rounded to the places of the currency, halves away from zero. */
const rounded = (value: string, places: Places): string => divide(value, '1', places);

const shareOf = (value: string, percent: string, places: Places): string =>
  divide(multiply(value, percent), HUNDRED, places);

/** What a discount takes off a value: not more than the value itself is for the caller to check. */
export const discountOn = (value: string, discount: Discount | null | undefined, places: Places): string => {
  if (!discount) return '0.00';
  return discount.kind === 'percent' ? shareOf(value, discount.value, places) : rounded(discount.value, places);
};

export type Priced = Omit<QuoteLine, 'gross' | 'net' | 'lineId'>;

/** A line with its value before and after its discount, each rounded by itself. */
export const valued = <Line extends Priced>(line: Line, places: Places): Line & Pick<QuoteLine, 'gross' | 'net'> => {
  const gross = rounded(multiply(line.quantity, line.unitPrice), places);
  return { ...line, gross, net: subtract(gross, discountOn(gross, line.discount, places)) };
};

const atList = ({ quantity, unitPrice, listPrice }: Priced): string =>
  multiply(
    quantity,
    listPrice && compareDecimals(listPrice.unitPrice, unitPrice) > 0 ? listPrice.unitPrice : unitPrice,
  );

/**
 * A discount over parts in proportion to their values, to the smallest unit of the currency: each part gets its share rounded
 * down, and what is left goes, unit by unit, to the largest remainders, of equal ones to the first in the order of the parts.
 */
export const spread = (discount: string, parts: readonly string[], places: Places): readonly string[] => {
  const whole = sum(parts);
  if (compareDecimals(whole, '0') === 0) return parts.map(() => '0.00');
  const unit = divide('1', `1${'0'.repeat(places)}`, places);
  const shares = parts.map((part, index) => {
    const exact = divide(multiply(discount, part), whole, places + 12);
    const down = roundedDown(exact, places, unit);
    return { index, down, left: subtract(exact, down) };
  });
  const missing = Number(divide(subtract(discount, sum(shares.map(({ down }) => down))), unit, 0));
  const first = shares
    .toSorted((one, other) => compareDecimals(other.left, one.left) || one.index - other.index)
    .slice(0, missing)
    .map(({ index }) => index);
  return shares.map(({ index, down }) => (first.includes(index) ? sum([down, unit]) : down));
};

const roundedDown = (value: string, places: Places, unit: string): string => {
  const near = rounded(value, places);
  return compareDecimals(near, value) > 0 ? subtract(near, unit) : near;
};

/**
 * The totals of a quote, whatever the order of its lines. The discount on the whole is spread over the tax classes in proportion
 * to their lines, and the tax of each class is computed once, from the sum of its lines, and rounded.
 */
export const totalsOf = (
  lines: readonly Pick<QuoteLine, keyof Priced | 'net'>[],
  discount: Discount | null,
  { places, rateOf }: { readonly places: Places; readonly rateOf: RateOf },
): Totals => {
  const subtotal = sum(lines.map(({ net }) => net));
  const off = discountOn(subtotal, discount, places);
  const classes = TAX_CLASSES.filter((each) => lines.some(({ taxClass }) => taxClass === each));
  const ofClass = (each: TaxClass) => sum(lines.filter(({ taxClass }) => taxClass === each).map(({ net }) => net));
  const parts = classes.map(ofClass);
  const shares = spread(off, parts, places);
  const taxes = classes.map((taxClass, index) => {
    const [rate, base] = [rateOf(taxClass), subtract(parts[index]!, shares[index]!)];
    return { taxClass, rate, base, tax: shareOf(base, rate, places) };
  });
  const [net, tax] = [subtract(subtotal, off), sum(taxes.map((each) => each.tax))];
  const list = rounded(sum(lines.map(atList)), places);
  return { list, subtotal, discount: off, net, taxes, tax, total: sum([net, tax]) };
};

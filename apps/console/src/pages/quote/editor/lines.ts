import type { components } from '../../../generated/api.js';
import type { QuoteLine } from '../quote-types.js';

export type DiscountValue = { readonly kind: 'percent' | 'amount'; readonly value: string };

/** A line as it is entered; without a unit price it has the list price of the day. */
export type EnteredLine = {
  readonly lineId?: string | undefined;
  readonly product: string;
  readonly productId?: string | undefined;
  readonly quantity: string;
  readonly unitPrice?: string | undefined;
  readonly discount?: DiscountValue | undefined;
  readonly taxClass?: string | undefined;
};

type DealLine = components['schemas']['NamedDeal']['lines'][number];

export const BLANK: EnteredLine = { product: '', quantity: '1' };

/** `10.00` as `10`. */
const plain = (value: string): string => (value.includes('.') ? value.replace(/\.?0+$/, '') : value);

const discountEntered = (discount: QuoteLine['discount']): DiscountValue | undefined =>
  discount && { ...discount, value: discount.kind === 'percent' ? plain(discount.value) : discount.value };

/** A line of a quote as it is entered again. */
export const lineOf = (line: QuoteLine): EnteredLine => {
  const { lineId, product, productId, quantity, unitPrice, discount, taxClass } = line;
  return {
    ...{ lineId, product, quantity: plain(quantity), unitPrice, taxClass },
    ...(productId !== undefined && { productId }),
    ...(discount && { discount: discountEntered(discount) }),
  };
};

/** `0.125` as `12.5`, exact. */
export const percentOf = (fraction: string): string => {
  const [whole = '', part = ''] = fraction.split('.');
  const digits = part.padEnd(2, '0');
  const [before, after] = [
    `${whole}${digits.slice(0, 2)}`.replace(/^0+(?=\d)/, ''),
    digits.slice(2).replace(/0+$/, ''),
  ];
  return after === '' ? before : `${before}.${after}`;
};

/** A line of a deal as one of a quote, without the id of the deal's line. */
export const lineOfDeal = ({ product, productId, quantity, unitPrice, discount }: DealLine): EnteredLine => ({
  ...{ product, quantity: plain(quantity), unitPrice },
  ...(productId !== undefined && { productId }),
  ...(/[1-9]/.test(discount) && { discount: { kind: 'percent', value: percentOf(discount) } }),
});

/** A discount while it is entered: none without digits. */
export const discountOf = (kind: DiscountValue['kind'], value: string): DiscountValue | undefined =>
  value.trim() === '' ? undefined : { kind, value };

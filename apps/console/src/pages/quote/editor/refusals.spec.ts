import { refusedField } from './refusals.js';

const lines = [
  { product: 'Chai', quantity: '1', unitPrice: '9', discount: { kind: 'amount' as const, value: '20' } },
  { product: 'Chai', quantity: '2' },
  { product: 'Chang', productId: 'p-2', quantity: '1', discount: { kind: 'percent' as const, value: '120.0' } },
];
const entered = { lines, discount: { kind: 'percent' as const, value: '20' } };

it.each([
  ['QuoteLinePriceMissing', { product: 'Chai' }, 'lines.1.unitPrice'],
  ['ProductUnknown', { productId: 'p-2' }, 'lines.2.product'],
  ['ProductNotOffered', { productId: 'p-2' }, 'lines.2.product'],
  ['ProductNotOffered', { productId: 'p-3' }, undefined],
  ['QuoteDiscountTooHigh', { discount: '120.00 %' }, 'lines.2.discount'],
  ['QuoteDiscountTooHigh', { discount: '20.00' }, 'lines.0.discount'],
  ['QuoteDiscountTooHigh', { discount: '20.00 %' }, 'discount'],
  ['QuoteWithoutLines', {}, 'lines'],
  ['QuoteCurrencyNeedsLines', {}, 'currency'],
  ['QuoteValidityOver', {}, 'validUntil'],
  ['QuoteEnded', {}, undefined],
])('puts %s of %j at %s', (code, details, field) => {
  expect(refusedField({ code, details }, entered)).toBe(field);
});

import { draft, drafted, given, line, max, opened, price, product } from '../test/story.js';
import { dealLines, registered } from '../test/story.js';

const theirs = given().inContext(registered(), opened());
const chai = { product: 'Chai', quantity: '10', unitPrice: '9.80', discount: { kind: 'percent', value: '5' } };

describe('drafting a quote', () => {
  it('takes title, currency, lines, tax region and owner from the deal', () => theirs.when(draft()).then(drafted()));

  it('takes given lines, with their prices and discounts', () =>
    theirs.when(draft({ lines: [chai], number: 'Q-1' })).then(drafted({ number: 'Q-1' })));

  it('keeps the list prices and products of the deal', () => {
    const listPrice = { unitPrice: '11.00', priceListId: 'standard', priceId: 'pr-9' };
    const agreed = { ...dealLines[0]!, productId: 'p-1', listPrice, discount: '0.00', net: '98.00' };
    const { discount: _, ...whole } = line;
    given()
      .inContext(registered(), opened({ lines: [agreed] }), product({ activeUntil: '2025-12-31' }))
      .when(draft())
      .then(
        drafted({
          lines: [{ ...whole, productId: 'p-1', listPrice, taxClass: 'reduced', net: '98.00' }],
          totals: {
            ...{ list: '110.00', subtotal: '98.00', discount: '0.00', net: '98.00', tax: '8.82', total: '106.82' },
            taxes: [{ taxClass: 'reduced', rate: '9', base: '98.00', tax: '8.82' }],
          },
        }),
      );
  });

  it('has the list price of the day and the tax class of the product by default', () =>
    given()
      .inContext(registered(), opened(), product(), price)
      .when(draft({ lines: [{ product: 'Chai', productId: 'p-1', quantity: '10' }], taxRegion: 'DE' }))
      .then(
        drafted({
          taxRegion: 'DE',
          lines: [
            {
              ...{ lineId: 'q-1:l1', product: 'Chai', productId: 'p-1', quantity: '10.00', unitPrice: '10.00' },
              listPrice: { unitPrice: '10.00', priceListId: 'standard', priceId: 'pr-1' },
              ...{ taxClass: 'reduced', gross: '100.00', net: '100.00' },
            },
          ],
          totals: {
            ...{ list: '100.00', subtotal: '100.00', discount: '0.00', net: '100.00', tax: '9.00', total: '109.00' },
            taxes: [{ taxClass: 'reduced', rate: '9', base: '100.00', tax: '9.00' }],
          },
        }),
      ));

  it.each([
    ['DealOfQuoteUnknown', [registered()], {}],
    ['DealOfQuoteUnknown', [registered(), opened({ customerId: 'u-2' })], {}],
    ['CustomerNotRegistered', [opened()], {}],
    ['QuoteWithoutLines', [registered(), opened({ lines: [] })], {}],
    ['QuoteWithoutLines', [registered(), opened({ lines: [{ ...dealLines[0]!, quantity: '-1' }] })], {}],
    ['QuoteWithoutLines', [registered(), opened({ lines: [{ ...dealLines[0]!, unitPrice: '-1' }] })], {}],
    ['QuoteValidityOver', [registered(), opened()], { validUntil: '2026-01-04' }],
    ['QuoteLinePriceMissing', [registered(), opened()], { lines: [{ product: 'Chai', quantity: '1' }] }],
    ['ProductUnknown', [registered(), opened()], { lines: [{ ...chai, productId: 'p-1' }] }],
    [
      'ProductNotOffered',
      [registered(), opened(), product({ activeUntil: '2026-01-04' })],
      { lines: [{ ...chai, productId: 'p-1' }] },
    ],
    ['QuoteDiscountTooHigh', [registered(), opened()], { discount: { kind: 'percent', value: '101' } }],
    ['QuoteDiscountTooHigh', [registered(), opened()], { discount: { kind: 'amount', value: '93.11' } }],
    ['TooManyDecimals', [registered(), opened()], { discount: { kind: 'amount', value: '0.001' } }],
    [
      'QuoteDiscountTooHigh',
      [registered(), opened()],
      { lines: [{ ...chai, discount: { kind: 'amount', value: '99' } }] },
    ],
    [
      'AmountOutOfRange',
      [registered(), opened()],
      { lines: [{ ...chai, quantity: '999999999999999', unitPrice: '999' }] },
    ],
    ['QuoteCurrencyNeedsLines', [registered(), opened()], { currency: 'EUR' }],
  ])('is refused with %s', (code, context, more) =>
    given()
      .inContext(...context)
      .when(draft(more))
      .thenRejected(code),
  );

  it('is silent when repeated, and refused with other content', () => {
    const after = given(drafted()).inContext(registered(), opened());
    after.when(draft()).thenNothing();
    after.when(draft({ lines: [chai], preparedBy: { id: 'anna' } })).thenNothing();
    after.when(draft({ preparedBy: undefined })).thenNothing();
    after.when(draft({ preparedBy: max })).thenRejected('QuoteAlreadyDrafted');
    for (const other of [
      { title: 'Other' },
      { number: 'Q-1' },
      { dealId: 'd-2' },
      { customerId: 'u-2' },
      { discount: { kind: 'percent', value: '1' } },
    ])
      after.when(draft(other)).thenRejected('QuoteAlreadyDrafted', { quoteId: 'q-1' });
  });
});

import { scenarios } from '@annals/testing';
import { deal } from '../test/deal.js';
import { catalogue, lineOf, listed, open, opened, registered, withdrawn } from '../test/priced.js';

const given = scenarios(deal);

describe('a line of a product of the catalogue', () => {
  const when = (line: object = {}, at = new Date('2026-01-05T09:00:00Z')) =>
    given()
      .inContext(registered, ...catalogue)
      .when(open(line), at);

  it('has the list price of the day, which is its unit price by default', () => {
    when().then(opened(lineOf()));
    const later = { unitPrice: '3.00', net: '6.00', listPrice: listed('3.00', '2026-02-01') };
    when({}, new Date('2026-02-01T00:00:00Z')).then(opened(lineOf(later)));
  });
  it('has the list price of its quantity', () =>
    when({ quantity: '10' }).then(
      opened(lineOf({ quantity: '10.00', unitPrice: '1.50', net: '15.00', listPrice: listed('1.50') })),
    ));
  it('keeps list price, agreed price and discount apart', () =>
    when({ unitPrice: '1.8', discount: '0.5' }).then(
      opened(lineOf({ unitPrice: '1.80', discount: '0.50', net: '1.80' })),
    ));
  it('needs a price if no price list has one', () => {
    const early = new Date('2025-12-31T09:00:00Z');
    when({}, early).thenRejected('LinePriceMissing', { product: 'Tea' });
    const { listPrice: _, ...unlisted } = lineOf();
    when({ unitPrice: '2' }, early).then(opened(unlisted));
  });
  it('is refused if the product is unknown', () =>
    when({ productId: 'p-9' }).thenRejected('ProductUnknown', { productId: 'p-9' }));
  it('is refused from the day on which the product is withdrawn', () => {
    const after = given().inContext(registered, ...catalogue, withdrawn);
    after
      .when(open(), new Date('2026-01-04T00:00:00Z'))
      .thenRejected('ProductNotOffered', { productId: 'p-1', day: '2026-01-04', substitutes: ['p-2'] });
    after.when(open(), new Date('2026-01-03T23:59:59Z')).then(opened(lineOf()));
  });
  it('is silent when repeated, also after prices and products have changed', () => {
    const again = given(opened(lineOf())).inContext(registered, ...catalogue, withdrawn);
    again.when(open(), new Date('2026-03-01T00:00:00Z')).thenNothing();
    again.when(open({ unitPrice: '2.0' })).thenNothing();
    again.when(open({ quantity: '3' })).thenRejected('DealAlreadyOpened');
  });
});

describe('a line of free text', () => {
  const { productId: _, listPrice: __, ...free } = lineOf();
  const when = (line: object) => given().inContext(registered).when(open(line));

  it('has no list price', () => when({ productId: undefined, unitPrice: '2' }).then(opened(free)));
  it('needs a price', () => when({ productId: undefined }).thenRejected('LinePriceMissing'));
});

import { accepted, anna, drafted, expired, given, line, max, price, product } from '../test/story.js';
import { revise, revised, sent, terms, withdrawn } from '../test/story.js';

const chai = { product: 'Chai', quantity: '10', unitPrice: '9.80', discount: { kind: 'percent', value: '5' } };

describe('revising a quote', () => {
  it('changes the version until it is sent, and begins a new one afterwards', () => {
    const longer = { validUntil: '2026-02-28' };
    given(drafted()).when(revise(longer)).then(revised(1, longer));
    given(drafted(), sent()).when(revise(longer)).then(revised(2, longer));
    given(drafted(), sent(), revised(2), sent(2)).when(revise(longer)).then(revised(3, longer));
    given(drafted(), sent(), expired()).when(revise(longer)).then(revised(2, longer));
  });

  it('keeps the prices of lines that stay, and those of the day for others', () => {
    const listed = { ...line, productId: 'p-1', listPrice: { unitPrice: '9.80', priceListId: 'old', priceId: 'pr-0' } };
    const before = given(drafted({ lines: [listed] })).inContext(product(), price);
    const sentLine = { product: 'Chai', productId: 'p-1', quantity: '10', discount: line.discount };
    before.when(revise({ lines: [sentLine], notes: 'n' })).then(revised(1, { lines: [listed], notes: 'n' }));
    const single = { ...listed, quantity: '1.00', unitPrice: '12.00', gross: '12.00', net: '11.40' };
    before.when(revise({ lines: [{ ...sentLine, quantity: '1' }] })).then(
      revised(1, {
        lines: [{ ...single, listPrice: { unitPrice: '12.00', priceListId: 'standard', priceId: 'pr-1' } }],
        totals: {
          ...{ list: '12.00', subtotal: '11.40', discount: '0.00', net: '11.40', tax: '1.48', total: '12.88' },
          taxes: [{ taxClass: 'standard', rate: '13', base: '11.40', tax: '1.48' }],
        },
      }),
    );
  });

  it('takes a discount on the whole, and clears what is null', () => {
    const less = {
      ...{ list: '98.00', subtotal: '93.10', discount: '9.31', net: '83.79', tax: '10.89', total: '94.68' },
      taxes: [{ taxClass: 'standard', rate: '13', base: '83.79', tax: '10.89' }],
    };
    const whole = { discount: { kind: 'percent', value: '10.00' }, totals: less };
    given(drafted())
      .when(revise({ discount: { kind: 'percent', value: '10' } }))
      .then(revised(1, whole));
    given(drafted(whole))
      .when(revise({ discount: null, taxRegion: null }))
      .then(revised(1, { taxRegion: null }));
  });

  it('has new lines in another currency', () => {
    given(drafted())
      .when(revise({ currency: 'EUR' }))
      .thenRejected('QuoteCurrencyNeedsLines', { known: 'CNY', currency: 'EUR' });
    given(drafted())
      .when(revise({ currency: 'EUR', lines: [chai] }))
      .then(revised(1, { currency: 'EUR', lines: [{ ...line, lineId: 'q-1:l2' }] }));
  });

  it('is silent when nothing changes', () => {
    given(drafted(), sent()).when(revise()).thenNothing();
    for (const preparedBy of [anna, null])
      given(drafted({ preparedBy }))
        .when(revise({ preparedBy: max }))
        .thenRejected('QuoteAlreadyRevised', { version: 1 });
    given(drafted())
      .when(revise({ title: terms.title, lines: [chai] }))
      .thenNothing();
  });

  it('is refused without a quote, after its end, before what it follows, and out of its validity', () => {
    const other = { title: 'Other' };
    given().when(revise(other)).thenRejected('QuoteUnknown');
    given(drafted(), sent(), accepted()).when(revise(other)).thenRejected('QuoteEnded', { status: 'accepted' });
    given(drafted(), withdrawn()).when(revise(other)).thenRejected('QuoteEnded', { status: 'withdrawn' });
    given(drafted())
      .when(revise({ validUntil: '2026-01-04' }))
      .thenRejected('QuoteValidityOver');
    const at = '2026-01-03T09:00:00.000Z';
    given({ ...drafted(), occurredAt: '2026-01-04T09:00:00.000Z' })
      .when(revise({ ...other, occurredAt: at }), new Date(at))
      .thenRejected('QuoteOccurredTooEarly');
  });

  it('is refused after thirty versions', () => {
    const versions = Array.from({ length: 29 }, (_, index) => [revised(index + 2), sent(index + 2)]).flat();
    given(drafted(), sent(), ...versions)
      .when(revise({ title: 'Other' }))
      .thenRejected('QuoteVersionsExhausted', { versions: 30 });
  });
});

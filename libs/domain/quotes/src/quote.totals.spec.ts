import { TAX_CLASSES, type Discount, type TaxClass } from '@annals/contracts-quotes';
import { add, compareDecimals, decimalsOf, subtract, sum } from '@annals/contracts-values';
import fc from 'fast-check';
import { spread, totalsOf, valued, type Priced } from './quote.totals.js';
import { rateIn, taxRates } from './tax-rates.js';

const RATES: Readonly<Record<TaxClass, string>> = { standard: '13', reduced: '9', zero: '0', exempt: '0' };
const rateOf = (taxClass: TaxClass) => RATES[taxClass];

const anyDecimal = (most: number, places: number) =>
  fc.integer({ min: 1, max: most }).map((units) => `${(units / 10 ** places).toFixed(places)}`);
const anyPercent: fc.Arbitrary<Discount> = anyDecimal(10_000, 2).map((value) => ({ kind: 'percent', value }));
const anyLine: fc.Arbitrary<Priced> = fc.record(
  {
    product: fc.constant('Chai'),
    quantity: anyDecimal(100_000, 3),
    unitPrice: anyDecimal(10_000_000, 4),
    taxClass: fc.constantFrom(...TAX_CLASSES),
    discount: anyPercent,
    listPrice: anyDecimal(10_000_000, 4).map((unitPrice) => ({ unitPrice, priceListId: 'l', priceId: 'p' })),
  },
  { requiredKeys: ['product', 'quantity', 'unitPrice', 'taxClass'] },
);
const anyLines = fc.array(anyLine, { minLength: 1, maxLength: 12 });
const anyCurrency = fc.constantFrom('CNY', 'JPY', 'KWD');
const anyWhole = fc.option(anyPercent);

const isRound = (value: string, places: number) => {
  const [, fraction = ''] = value.split('.');
  return fraction.replace(/0+$/, '').length <= places;
};

describe('the totals of a quote', () => {
  it('are the sum of the lines less the discount, and with the taxes, to the last unit of the currency', () =>
    fc.assert(
      fc.property(anyLines, anyWhole, anyCurrency, (lines, discount, currency) => {
        const places = decimalsOf(currency)!;
        const all = lines.map((line) => valued(line, places));
        const totals = totalsOf(all, discount, { places, rateOf });
        expect(totals.subtotal).toBe(sum(all.map(({ net }) => net)));
        expect(totals.net).toBe(subtract(totals.subtotal, totals.discount));
        expect(totals.tax).toBe(sum(totals.taxes.map(({ tax }) => tax)));
        expect(sum(totals.taxes.map(({ base }) => base))).toBe(totals.net);
        expect(totals.total).toBe(add(totals.net, totals.tax));
        const amounts = [
          ...all.flatMap(({ gross, net }) => [gross, net]),
          ...totals.taxes.flatMap((each) => [each.base, each.tax]),
        ];
        for (const amount of [...amounts, totals.discount, totals.total]) {
          expect(isRound(amount, places)).toBe(true);
          expect(compareDecimals(amount, '0')).toBeGreaterThanOrEqual(0);
        }
      }),
    ));

  it('are the same whatever the order of the lines', () =>
    fc.assert(
      fc.property(
        anyLines.chain((lines) =>
          fc.tuple(fc.constant(lines), fc.shuffledSubarray(lines, { minLength: lines.length })),
        ),
        anyWhole,
        ([lines, shuffled], discount) => {
          const of = (some: readonly Priced[]) =>
            totalsOf(
              some.map((line) => valued(line, 2)),
              discount,
              { places: 2, rateOf },
            );
          expect(of(shuffled)).toEqual(of(lines));
        },
      ),
    ));

  it('rounds halves away from zero, each line by itself and the tax of each class once', () => {
    const line = { product: 'Chai', quantity: '1', unitPrice: '0.125', taxClass: 'standard' } as const;
    expect(valued(line, 2)).toMatchObject({ gross: '0.13', net: '0.13' });
    const lines = ['10.05', '10.05'].map((unitPrice) => valued({ ...line, unitPrice }, 2));
    expect(totalsOf(lines, null, { places: 2, rateOf })).toMatchObject({ net: '20.10', tax: '2.61', total: '22.71' });
  });

  it('measures what is given away against list prices, and a price above the list makes up for nothing', () => {
    const at = (unitPrice: string, list: string) =>
      valued(
        {
          product: 'Chai',
          quantity: '1',
          unitPrice,
          taxClass: 'zero',
          listPrice: { unitPrice: list, priceListId: 'l', priceId: 'p' },
        },
        2,
      );
    expect(totalsOf([at('8', '10'), at('12', '10')], null, { places: 2, rateOf })).toMatchObject({
      list: '22.00',
      net: '20.00',
    });
  });
});

it('spreads a discount to the last unit, the largest remainders first', () => {
  expect(spread('1.00', ['1', '1', '1'], 2)).toEqual(['0.34', '0.33', '0.33']);
  expect(spread('0.01', ['1', '2'], 2)).toEqual(['0.00', '0.01']);
  expect(spread('0.00', ['0', '0'], 2)).toEqual(['0.00', '0.00']);
});

describe('tax rates', () => {
  it('are read for each class, and for regions with their own', () => {
    const rates = taxRates.read('standard=13, reduced=9,zero=0,exempt=0,DE.standard=19')!;
    expect([rateIn(rates, 'DE', 'standard'), rateIn(rates, 'DE', 'reduced'), rateIn(rates, null, 'standard')]).toEqual([
      '19',
      '9',
      '13',
    ]);
  });

  it.each([
    '',
    'standard=13',
    'standard=13,reduced=9,zero=0,exempt=0,zero=1',
    'standard=130,reduced=9,zero=0,exempt=0',
    'standard=13,reduced=9,zero=0,exempt=0,luxury=30',
    'standard=x',
  ])('are refused as "%s"', (text) => expect(taxRates.read(text)).toBeUndefined());
});

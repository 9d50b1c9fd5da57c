import type { DealTerms } from '@annals/contracts-deals';
import { sum } from '@annals/contracts-values';
import { Rejection } from '@annals/event-sourcing';
import fc from 'fast-check';
import { differences, finalTerms, settle, type GivenTerms } from './deal.terms.js';

const cabrales = { product: 'Queso Cabrales', productId: '11', quantity: '12', unitPrice: '14' };
const noodles = { product: 'Hokkien Fried Mee', quantity: '10', unitPrice: '9.8', discount: '0.15' };
const lines = [cabrales, noodles];

const order = settle('d-1', { title: 'Order 10248', lines, currency: 'USD' });
const plain = settle('d-1', { title: 'Framework', value: { amount: '500', currency: 'EUR' } });
const refusal = (given: GivenTerms, known?: DealTerms) => {
  try {
    return settle('d-1', given, known);
  } catch (error) {
    return error instanceof Rejection ? error.code : error;
  }
};
const usd = (amount: string) => ({ amount, currency: 'USD' });

describe('a deal with lines', () => {
  it('has lines with an exact net value', () => expect(order.lines.map(({ net }) => net)).toEqual(['168.00', '83.30']));
  it('has lines with unique ids, which stay when they are sent again', () => {
    const ids = (given: GivenTerms) =>
      settle('d-1', given, { ...order, lastLine: 5 }).lines.map(({ lineId }) => lineId);
    expect(order.lines.map(({ lineId }) => lineId)).toEqual(['d-1:l1', 'd-1:l2']);
    expect(ids({ lines: [noodles, cabrales] })).toEqual(['d-1:l2', 'd-1:l1']);
    expect(
      ids({
        lines: [
          { ...noodles, discount: '0.2' },
          { ...noodles, product: 'Chai' },
        ],
      }),
    ).toEqual([...['d-1:l2', 'd-1:l6']]);
    expect(ids({ lines: [{ ...noodles, lineId: 'd-1:l1' }] })).toEqual(['d-1:l1']);
  });
  it('has their sum as value', () => expect(order.value).toEqual(usd('251.30')));
  it('normalises decimals', () =>
    expect(order.lines[0]).toEqual({
      ...{ lineId: 'd-1:l1', ...cabrales },
      quantity: '12.00',
      unitPrice: '14.00',
      discount: '0.00',
      net: '168.00',
    }));
  it('accepts its sum as the value', () =>
    expect(settle('d-1', { title: 'x', lines, value: usd('251.3') }).value).toEqual(usd('251.30')));
  it('refuses another value', () =>
    expect(refusal({ title: 'x', lines, value: usd('251.29') })).toBe('ValueDiffersFromLines'));
  it('needs a currency', () => expect(refusal({ title: 'x', lines })).toBe('CurrencyMissing'));
  it('has one currency', () =>
    expect(refusal({ title: 'x', lines, value: usd('251.30'), currency: 'EUR' })).toBe('CurrencyDiffers'));
  it('keeps its currency when the lines change', () =>
    expect(settle('d-1', { lines: [cabrales] }, order).value).toEqual(usd('168.00')));
  it('can change its currency with new lines', () =>
    expect(settle('d-1', { currency: 'EUR', lines: [cabrales] }, order).value).toEqual({
      ...{ amount: '168.00', currency: 'EUR' },
    }));
  it.each([{ currency: 'EUR' }, { value: { amount: '251.30', currency: 'EUR' } }, { currency: 'EUR', lines: [] }])(
    'is never relabelled by %j',
    (given) => expect(refusal(given, order)).toBe('CurrencyRelabelled'),
  );
  it('is below zero only if it is a return', () => {
    const returned = { ...cabrales, quantity: '-1' };
    const lines = [cabrales, { ...returned, quantity: '-13' }];
    expect(refusal({ title: 'x', lines, currency: 'USD' })).toBe('TotalBelowZero');
    expect(settle('d-1', { title: 'x', lines: [returned], currency: 'USD' }).value).toEqual(usd('-14.00'));
  });
  it('stays as it is if it was below zero before', () =>
    expect(settle('d-1', { title: 'y' }, { ...plain, value: usd('-1.00') }).value).toEqual(usd('-1.00')));
  it('keeps its value when the lines are removed', () =>
    expect(settle('d-1', { lines: [] }, order).value).toEqual(usd('251.30')));
  it('refuses a value that its lines contradict', () =>
    expect(refusal({ value: usd('1') }, order)).toBe('ValueDiffersFromLines'));
  it('refuses amounts that cannot be recorded exactly', () =>
    expect(refusal({ title: 'x', lines: [{ ...cabrales, quantity: '0.00001', unitPrice: '0.00001' }] })).toBe(
      'AmountOutOfRange',
    ));
  it('has the sum of any lines as value', () => {
    const decimals = (max: number, places: number) =>
      fc.nat({ max }).map((digits) => (digits / 10 ** places).toFixed(places));
    const anyLine = fc.record({
      product: fc.constant('Chai'),
      quantity: decimals(1_000_000, 2),
      unitPrice: decimals(1_000_000, 3),
      discount: decimals(1_000, 3),
    });
    const anyLines = fc.array(anyLine, { minLength: 1 });
    fc.assert(
      fc.property(anyLines, (some) => {
        const settled = settle('d-1', { title: 'x', lines: some, currency: 'CNY' });
        expect(settled.value.amount).toBe(sum(settled.lines.map(({ net }) => net)));
        const byInteger = some.reduce(
          (total, { quantity, unitPrice, discount }) =>
            total + whole(quantity) * whole(unitPrice) * (1_000n - whole(discount)),
          0n,
        );
        expect(whole(Number(settled.value.amount).toFixed(8))).toBe(byInteger);
      }),
    );
  });
});

const whole = (text: string) => BigInt(text.replace('.', ''));

describe('a deal without lines', () => {
  it('has the given value', () => expect(plain.value).toEqual({ amount: '500.00', currency: 'EUR' }));
  it('requires a value', () => expect(refusal({ title: 'x', currency: 'EUR' })).toBe('ValueMissing'));
  it('keeps its value unless another one is given', () =>
    expect(settle('d-1', { region: 'North' }, plain).value).toEqual(plain.value));
  it('has empty terms where none are given', () =>
    expect(plain).toMatchObject({ lines: [], owner: null, country: null, expectedCloseDate: null, attributes: {} }));
});

describe('the final terms', () => {
  it('are those of the deal', () => expect(finalTerms('d-1', order, undefined)).toEqual(order));
  it('have the final value', () => expect(finalTerms('d-1', plain, usd('480')).value).toEqual(usd('480.00')));
  it('accept the sum of the lines', () => expect(finalTerms('d-1', order, usd('251.3'))).toEqual(order));
  it('refuse another value than that of the lines', () =>
    expect(() => finalTerms('d-1', order, usd('200'))).toThrow('ValueDiffersFromLines'));
  it('refuse another currency than that of the lines', () =>
    expect(() => finalTerms('d-1', order, { amount: '251.30', currency: 'EUR' })).toThrow('CurrencyDiffers'));
});

describe('differences', () => {
  it('are none between the same terms', () => expect(differences(order, settle('d-1', { lines }, order))).toBeNull());
  it('ignore the order of attributes', () => {
    const before = settle('d-1', { attributes: { a: 1, b: 2 } }, plain);
    expect(differences(before, settle('d-1', { attributes: { b: 2, a: 1 } }, before))).toBeNull();
  });
  it('name the same terms before and after', () =>
    expect(differences(plain, settle('d-1', { owner: { id: 'u-7' }, value: usd('1') }, plain))).toEqual({
      before: { value: plain.value, owner: null },
      after: { value: usd('1.00'), owner: { id: 'u-7' } },
    }));
});

describe('a deal without lines', () => {
  it('changes its currency with a new value', () =>
    expect(settle('d-1', { value: usd('9') }, plain).value).toEqual(usd('9.00')));
  it('is never relabelled', () => expect(refusal({ currency: 'USD' }, plain)).toBe('CurrencyRelabelled'));
  it('is never below zero', () => expect(refusal({ value: usd('-0.01') }, plain)).toBe('TotalBelowZero'));
});

import { discountOf, lineOf, lineOfDeal, percentOf } from './lines.js';

it.each([
  ['0', '0'],
  ['0.05', '5'],
  ['0.07', '7'],
  ['0.1', '10'],
  ['0.125', '12.5'],
  ['0.0005', '0.05'],
  ['1', '100'],
])('shows the fraction %s as %s percent, exactly', (fraction, percent) => {
  expect(percentOf(fraction)).toBe(percent);
});

it('takes lines of a deal without their ids, and a discount only if there is one', () => {
  const line = { lineId: 'd-1:l1', product: 'Chai', quantity: '2', unitPrice: '9.80', net: '18.62' };
  const said = { product: 'Chai', quantity: '2', unitPrice: '9.80' };
  expect(lineOfDeal({ ...line, discount: '0.05' })).toEqual({ ...said, discount: { kind: 'percent', value: '5' } });
  expect(lineOfDeal({ ...line, productId: 'p-1', discount: '0.00' })).toEqual({ ...said, productId: 'p-1' });
});

it('enters lines of a quote again without what follows from them', () => {
  const said = { lineId: 'q-1:l1', product: 'Chai', quantity: '2', unitPrice: '9.80', taxClass: 'standard' as const };
  const discount = { kind: 'amount' as const, value: '1.00' };
  expect(lineOf({ ...said, gross: '19.60', net: '19.60' })).toEqual(said);
  const ofCatalogue = { ...said, productId: 'p-1', discount };
  expect(lineOf({ ...ofCatalogue, quantity: '2.00', gross: '19.60', net: '18.60' })).toEqual(ofCatalogue);
  const percent = { kind: 'percent' as const, value: '10.50' };
  expect(lineOf({ ...said, discount: percent, gross: '19.60', net: '17.54' }).discount).toEqual({
    ...{ kind: 'percent', value: '10.5' },
  });
});

it('has no discount without digits', () => {
  expect(discountOf('percent', ' ')).toBeUndefined();
  expect(discountOf('amount', '5')).toEqual({ kind: 'amount', value: '5' });
});

import { personalPaths, samplesContract } from '@annals/testing';
import { changedLines, dealContracts, dealLine } from './index.js';

samplesContract(dealContracts, `${import.meta.dirname}/../samples`);

it('knows which fields are personal', () => {
  expect(personalPaths(dealContracts)).toEqual({
    DealOpened: ['title', 'owner.name (employee)', 'attributes'],
    DealAdvanced: ['reason'],
    DealChanged: [
      ...['before.title', 'before.owner.name (employee)', 'before.attributes'],
      ...['after.title', 'after.owner.name (employee)', 'after.attributes', 'reason'],
    ],
    SampleSent: ['note'],
    DealClosed: ['title', 'owner.name (employee)', 'attributes', 'reason'],
    DealReopened: ['reason', 'title', 'owner.name (employee)'],
    DealEstimated: ['reason'],
    DealWithdrawn: [],
  });
});

it('knows the lines that a change adds, changes and removes', () => {
  const line = (name: string, quantity = '1') => ({
    ...{ lineId: `d-1:${name}`, product: 'Chai', quantity, unitPrice: '1', discount: '0', net: quantity },
  });
  const [a, b, c] = ['a', 'b', 'c'].map((name) => line(name));
  expect(changedLines({ before: { lines: [a!, b!] }, after: { lines: [line('a', '2'), c!] } })).toEqual({
    ...{ 'line:d-1:a': line('a', '2'), 'line:d-1:b': null, 'line:d-1:c': c },
  });
  expect(changedLines({ before: {}, after: { lines: [a!] } })).toEqual({ 'line:d-1:a': a });
});

it.each(['-0.1', '1.01', '15', '.5', '15%'])('refuses a discount of %s', (discount) => {
  const line = { lineId: 'd-1:l1', product: 'Chai', quantity: '1', unitPrice: '18', discount: '0.15', net: '15.30' };
  expect(dealLine.safeParse(line).success).toBe(true);
  expect(dealLine.safeParse({ ...line, discount }).success).toBe(false);
});

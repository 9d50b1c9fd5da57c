import { personalPaths, samplesContract } from '@annals/testing';
import { dealContracts, dealLine } from './index.js';

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
  });
});

it.each(['-0.1', '1.01', '15', '.5', '15%'])('refuses a discount of %s', (discount) => {
  const line = { lineId: 'd-1:l1', product: 'Chai', quantity: '1', unitPrice: '18', discount: '0.15', net: '15.30' };
  expect(dealLine.safeParse(line).success).toBe(true);
  expect(dealLine.safeParse({ ...line, discount }).success).toBe(false);
});

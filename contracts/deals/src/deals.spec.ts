import { samplesContract } from '@annals/testing';
import { dealContracts, dealLine } from './index.js';

samplesContract(dealContracts, `${import.meta.dirname}/../samples`);

it('knows which fields are personal', () => {
  const personal = dealContracts.map(({ type, personalFields }) => [type, personalFields]);
  expect(Object.fromEntries(personal)).toEqual({
    DealOpened: ['attributes'],
    DealAdvanced: [],
    DealChanged: ['before.attributes', 'after.attributes'],
    SampleSent: ['note'],
    DealClosed: ['attributes'],
    DealReopened: [],
  });
});

it.each(['-0.1', '1.01', '15', '.5', '15%'])('takes no discount of %s', (discount) => {
  const line = { product: 'Chai', quantity: '1', unitPrice: '18', discount: '0.15', net: '15.30' };
  expect(dealLine.safeParse(line).success).toBe(true);
  expect(dealLine.safeParse({ ...line, discount }).success).toBe(false);
});

import { personalPaths, samplesContract } from '@annals/testing';
import { duplicateContracts, pairIdOf } from './index.js';

samplesContract(duplicateContracts, `${import.meta.dirname}/../samples`);

it('knows which fields are personal', () => {
  expect(personalPaths(duplicateContracts)).toEqual({ CustomersFoundDifferent: ['reason'] });
});

it('has one id for a pair in either order', () =>
  expect(pairIdOf({ customerId: 'b', otherId: 'a' })).toBe(pairIdOf({ customerId: 'a', otherId: 'b' })));

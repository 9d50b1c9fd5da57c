import { personalPaths, samplesContract } from '@annals/testing';
import { offerContracts, productKeyOf } from './index.js';

samplesContract(offerContracts, `${import.meta.dirname}/../samples`);

it('knows which fields are personal', () =>
  expect(personalPaths(offerContracts)).toEqual({ ProductOffered: [], OfferAnswered: ['reason'] }));

it('tells products apart by their number, else by their name', () =>
  expect([productKeyOf({ product: 'Chai', productId: 'p-11' }), productKeyOf({ product: 'Chai' })]).toEqual([
    'p-11',
    'Chai',
  ]));

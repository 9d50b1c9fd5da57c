import { id } from '@annals/contracts-values';
import { personalPaths, samplesContract } from '@annals/testing';
import { CATALOGUE, productContracts } from './index.js';

samplesContract(productContracts, `${import.meta.dirname}/../samples`);

it('has nothing personal', () => expect(Object.values(personalPaths(productContracts)).flat()).toEqual([]));

it('has a subject that cannot be a customer', () => expect(id.safeParse(CATALOGUE).success).toBe(false));

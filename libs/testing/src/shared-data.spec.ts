import { itOnData, sharedData } from './index.js';

const environment = process.env;
afterEach(() => {
  process.env = environment;
  jest.restoreAllMocks();
});

it('finds a data set beside the checkout or in the configured folder', () => {
  process.env = { ...environment, SHARED_DATA: import.meta.dirname };
  expect(sharedData('shared-data.ts')).toBe(`${import.meta.dirname}/shared-data.ts`);
});

it('says that a data set is missing, and lets nothing pass without it in CI', () => {
  const warn = jest.spyOn(console, 'warn').mockImplementation();
  const { CI: _, ...elsewhere } = environment;
  process.env = { ...elsewhere, SHARED_DATA: '/nowhere' };
  expect(sharedData('data.csv')).toBeUndefined();
  expect(warn).toHaveBeenCalledWith(expect.stringContaining('/nowhere/data.csv is missing'));
  process.env = { ...elsewhere, SHARED_DATA: '/nowhere', CI: 'true' };
  expect(() => sharedData('data.csv')).toThrow('/nowhere/data.csv is missing');
});

it('reports a test whose data set is missing as skipped, and registers it in CI', () => {
  jest.spyOn(console, 'warn').mockImplementation();
  const registered = jest.spyOn(globalThis, 'it').mockImplementation();
  const skipped = jest.fn();
  Object.assign(registered, { skip: skipped });
  const { CI: _, ...elsewhere } = environment;
  process.env = { ...elsewhere, SHARED_DATA: '/nowhere' };
  itOnData('data.csv', 'reads', async () => undefined);
  expect([registered.mock.calls.length, skipped.mock.calls.length]).toEqual([0, 1]);
  process.env = { ...elsewhere, SHARED_DATA: '/nowhere', CI: 'true' };
  itOnData('data.csv', 'reads', async () => undefined);
  expect([registered.mock.calls.length, skipped.mock.calls.length]).toEqual([1, 1]);
});

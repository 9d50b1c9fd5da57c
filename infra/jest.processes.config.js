import { shared } from './jest.config.js';

/** Tests of the built product as processes, of each route in each role, and of memory: slow, therefore a separate suite. */
export default {
  ...shared,
  testSequencer: '<rootDir>/infra/jest.longest.mjs',
  testMatch: ['**/*.process.ts'],
  testTimeout: 300_000, // a product with the sample on a machine that does much else
};

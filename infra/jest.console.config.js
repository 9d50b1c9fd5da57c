import { shared } from './jest.config.js';

/** Tests of the console in Chromium, against the built product. */
export default {
  ...shared,
  testSequencer: '<rootDir>/infra/jest.longest.mjs',
  testMatch: ['**/*.console.ts'],
  testTimeout: 300_000, // a product with the sample on a machine that does much else
};

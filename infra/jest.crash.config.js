import { shared } from './jest.config.js';

/** Processes that are killed at random: slow, therefore a separate suite. */
export default {
  ...shared,
  testSequencer: '<rootDir>/infra/jest.longest.mjs',
  testMatch: ['**/*.crash.ts'],
  testTimeout: 600_000,
};

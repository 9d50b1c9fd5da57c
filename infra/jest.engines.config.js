import { shared } from './jest.config.js';

/** Tests on engines that need Java, therefore a separate suite. */
export default {
  ...shared,
  testSequencer: '<rootDir>/infra/jest.longest.mjs',
  testMatch: ['**/*.engine.ts'],
  testTimeout: 300_000,
  globalSetup: '<rootDir>/infra/native/start-engines.mjs',
  globalTeardown: '<rootDir>/infra/native/stop-engines.mjs',
};

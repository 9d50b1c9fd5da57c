import { shared } from './jest.config.js';

/** Tests on engines that need Java, therefore a separate suite. */
export default {
  ...shared,
  testMatch: ['**/*.engine.ts'],
  testTimeout: 300_000,
  globalSetup: '<rootDir>/infra/native/start-engines.mjs',
  globalTeardown: '<rootDir>/infra/native/stop-engines.mjs',
};

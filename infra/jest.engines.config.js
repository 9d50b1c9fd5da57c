import { shared } from './jest.config.js';

/** On real engines, which need Java: so apart from the rest. */
export default {
  ...shared,
  testMatch: ['**/*.engine.ts'],
  testTimeout: 300_000,
  globalSetup: '<rootDir>/infra/native/start-engines.mjs',
  globalTeardown: '<rootDir>/infra/native/stop-engines.mjs',
};

import { shared } from './jest.config.js';

/** Whole processes that are killed at random: slow, so apart from the rest. */
export default { ...shared, testMatch: ['**/*.crash.ts'], testTimeout: 600_000 };

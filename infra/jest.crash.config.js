import { shared } from './jest.config.js';

/** Processes that are killed at random: slow, therefore a separate suite. */
export default { ...shared, testMatch: ['**/*.crash.ts'], testTimeout: 600_000 };

import { shared } from './jest.config.js';

/** Processes apart on engines of their own while everything fails: takes minutes, and needs Java. */
export default { ...shared, testMatch: ['**/*.faults.ts'] };

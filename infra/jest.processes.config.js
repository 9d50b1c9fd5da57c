import { shared } from './jest.config.js';

/** Tests of the built product as processes, and of memory: slow, therefore a separate suite. */
export default { ...shared, testMatch: ['**/*.process.ts'] };

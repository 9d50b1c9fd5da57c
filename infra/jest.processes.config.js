import { shared } from './jest.config.js';

/** Tests of the built product as processes, of each route in each role, and of memory: slow, therefore a separate suite. */
export default { ...shared, testMatch: ['**/*.process.ts'] };

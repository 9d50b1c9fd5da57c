import { shared } from './jest.config.js';

/** A distributed installation, whose processes and engines fail at random: takes minutes, and needs Java. */
export default { ...shared, testMatch: ['**/*.faults.ts'] };

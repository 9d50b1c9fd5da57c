import { shared } from './jest.config.js';

/** The built product as processes of its own, and what measures memory: heavy, so apart from the rest. */
export default { ...shared, testMatch: ['**/*.process.ts'] };

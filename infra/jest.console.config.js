import { shared } from './jest.config.js';

/** Tests of the console in Chromium, against the built product. */
export default { ...shared, testMatch: ['**/*.console.ts'] };

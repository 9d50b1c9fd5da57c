import { shared } from './jest.config.js';

/** Pictures of the console in the folder that SCREENS names, to look at. */
export default { ...shared, testMatch: ['**/*.screens.ts'], testTimeout: 1_200_000 };

import tests from './jest.config.js';

/** Tests without servers, engines and other processes: rules, laws and views. */
export default {
  ...tests,
  testPathIgnorePatterns: [
    '/node_modules/',
    '\\be2e\\.spec\\.ts$',
    '<rootDir>/apps/',
    '<rootDir>/libs/(eventstoredb-server|stores|messaging|testing)/',
  ],
};

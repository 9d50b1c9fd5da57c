import tests from './jest.config.js';

/** What needs no server, no engine and no other process: rules, laws and views. */
export default {
  ...tests,
  testPathIgnorePatterns: [
    '/node_modules/',
    '\\.e2e\\.spec\\.ts$',
    '<rootDir>/apps/',
    '<rootDir>/libs/(stores|messaging|testing)/',
  ],
};

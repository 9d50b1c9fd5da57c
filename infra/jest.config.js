import { readFileSync } from 'node:fs';

const rootDir = `${import.meta.dirname}/..`;
const swc = JSON.parse(readFileSync(`${rootDir}/.swcrc`, 'utf8'));

// Every suite loads its modules anew, and these packages consist of hundreds: the same in the one file that they bring.
const inOneFile = {
  '^class-validator$': '<rootDir>/node_modules/class-validator/bundles/class-validator.umd.js',
  '^es-toolkit/compat$': '<rootDir>/node_modules/es-toolkit/dist/browser.global.js',
  '^rxjs(/operators)?$': '<rootDir>/node_modules/rxjs/dist/bundles/rxjs.umd.js',
};

export const shared = {
  rootDir,
  transform: { '\\.ts$': ['@swc/jest', { ...swc, swcrc: false }] },
  // Sources import './x.js', the built file; tests run './x.ts'.
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': ['$1', '$1.js'], ...inOneFile },
  setupFiles: ['<rootDir>/infra/jest.seed.cjs'],
  testTimeout: 120_000, // against a hang, not a measure of speed
  maxWorkers: '100%',
  workerIdleMemoryLimit: '1GB', // Node keeps modules of suites that have ended
  modulePathIgnorePatterns: ['/dist/'],
  testEnvironmentOptions: { customExportConditions: ['@annals/source', 'node', 'node-addons'] },
};

// Business rules and views require complete branch coverage.
const complete = ['libs/domain/**/*.decider.ts', 'projections/**/*.ts', 'libs/analytics/**/*.ts'];

export default {
  ...shared,
  testMatch: ['**/*.spec.ts'],
  testSequencer: '<rootDir>/infra/jest.packages.mjs',
  collectCoverageFrom: [...complete, '!**/*.{spec,types}.ts', '!**/test/**'],
  coverageThreshold: { global: { branches: 100 } },
  coverageReporters: ['text-summary', ['text', { skipFull: true }]],
};

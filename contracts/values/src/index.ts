export * from './decimal.js';
export { decimalStrings } from './decimal-strings.js';
export * from './expected.js';
export * from './field.js';
export * from './roles.js';
export * from './same-content.js';
export * from './values.js';
export * from './values.problems.js';

export * from './consistency-token.js';
export * from './cursor.js';
export * from './fresh.js';
export * from './query-endpoint.js';
export * from './query-form.js';
export * from './link.js';
export { instantIn } from './instants.js';
export { momentProblems } from './moment.problems.js';
export { expectPeriod, Moments, type Ends } from './moments.js';

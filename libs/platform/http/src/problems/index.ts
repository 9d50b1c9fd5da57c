export { describeFault } from './fault.js';
export * from './http-problem.js';
export * from './http.problems.js';
export * from './problem.js';
export { Repeats } from './repeats.js';
export * from './server.problems.js';

export * from './deal.commands.js';
export { deal } from './deal.decider.js';
export { deals } from './slice.js';
export { dealProblems } from './deal.problems.js';
export { termProblems } from './deal.terms.problems.js';

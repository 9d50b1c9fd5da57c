export * from './deal.commands.js';
export * from './line.commands.js';
export { deal } from './deal.decider.js';
export { deals } from './slice.js';

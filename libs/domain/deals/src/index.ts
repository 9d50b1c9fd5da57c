export * from './deal.commands.js';
export * from './estimate.commands.js';
export * from './line.commands.js';
export { dealOn } from './deal.decider.js';
export { deals } from './slice.js';

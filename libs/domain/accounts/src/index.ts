export * from './invoice.commands.js';
export { invoice } from './invoice.decider.js';
export * from './meter.commands.js';
export { meter } from './meter.decider.js';
export * from './order.commands.js';
export { order } from './order.decider.js';
export { accounts } from './slice.js';

export * from './clock.commands.js';
export * from './customer.commands.js';
export { customer } from './customer.decider.js';
export * from './part.commands.js';
export * from './wishes.commands.js';
export { customers } from './slice.js';

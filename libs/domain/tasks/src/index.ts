export * from './task.commands.js';
export { task } from './task.decider.js';
export { tasks } from './slice.js';

export * from './lead.commands.js';
export { lead } from './lead.decider.js';
export { leads } from './slice.js';

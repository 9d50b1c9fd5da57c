export * from './contact.commands.js';
export { contact } from './contact.decider.js';
export { contacts } from './slice.js';

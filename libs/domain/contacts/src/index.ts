export * from './caller.commands.js';
export { caller } from './caller.decider.js';
export * from './contact.commands.js';
export { contact } from './contact.decider.js';
export { contacts } from './slice.js';
export * from './identification.commands.js';
export { identification } from './identification.decider.js';

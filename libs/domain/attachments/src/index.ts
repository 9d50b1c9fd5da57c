export * from './attachment.commands.js';
export { attachment } from './attachment.decider.js';
export { attachments } from './slice.js';

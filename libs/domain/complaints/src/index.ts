export * from './complaint.commands.js';
export { complaint, type ComplaintPolicy } from './complaint.decider.js';
export { complaints } from './slice.js';

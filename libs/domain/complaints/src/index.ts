export * from './complaint.commands.js';
export * from './handling.commands.js';
export { complaint } from './complaint.decider.js';
export type { ComplaintPolicy } from './due-time.js';
export { complaints } from './slice.js';

export * as complaintCommands from './complaint.commands.js';
export { complaint, type ComplaintPolicy } from './complaint.decider.js';
export { ComplaintsModule } from './complaints.module.js';
export { policyOf } from './due-time.js';

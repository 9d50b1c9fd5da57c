export { complaintBoard } from './complaint-board.js';
export type { Complaint } from './complaint.js';
export { complaintLines } from './complaint-lines.js';
export { complaintsPart } from './complaints-part.js';
export { complaintReport } from './complaint-report.js';
export type { ComplaintFact } from './complaint-fact.js';

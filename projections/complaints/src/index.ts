export { complaintBoard } from './complaint-board.js';
export type { Complaint } from './complaint.js';
export { complaintLines } from './complaint-lines.js';
export { complaintTotals, NO_COMPLAINTS, type ComplaintTotals } from './complaint-totals.js';
export { complaintsPart } from './complaints-part.js';
export { complaintReport, type ComplaintFact } from './complaint-report.js';

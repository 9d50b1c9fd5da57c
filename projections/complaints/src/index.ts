export { complaintLines } from './complaint-lines.js';
export { complaintTotals, NO_COMPLAINTS, type ComplaintTotals } from './complaint-totals.js';
export { complaintsPart } from './complaints-part.js';
export { complaintBoard, type Complaint } from './complaint-board.js';
export { complaintReport, type ComplaintFact } from './complaint-report.js';

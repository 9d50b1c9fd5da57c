export { complaintLines } from './complaint-lines.js';
export { complaintBoard, type Complaint } from './complaint-board.js';
export { complaintReport, type ComplaintFact } from './complaint-report.js';

export { auditEntries, auditHistory, auditId, reasonOf, type HistoryRow } from './audit-history.js';
export { happenings } from './happenings.js';

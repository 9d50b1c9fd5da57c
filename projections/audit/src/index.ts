export { auditEntries, auditHistory, auditId, type AuditEntry } from './audit-history.js';

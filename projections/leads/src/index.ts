export { leadDuties, type LeadDuty } from './lead-duties.js';
export { leadLines } from './lead-lines.js';
export { leadList } from './lead-list.js';
export type { LeadDocument } from './lead.js';

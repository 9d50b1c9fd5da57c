export { leadDuties, type LeadDuty } from './lead-duties.js';
export { leadList } from './lead-list.js';
export type { LeadDocument } from './lead.js';

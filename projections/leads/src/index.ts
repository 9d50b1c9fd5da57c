export { leadDuties, type LeadDuty } from './lead-duties.js';
export { leadFormList, type LeadFormDocument } from './lead-form-list.js';
export { leadLines } from './lead-lines.js';
export { leadList } from './lead-list.js';
export { leadOutcomes, outcomeKey, type LeadOutcome } from './lead-outcomes.js';
export { leadRuleList, type LeadRuleDocument } from './lead-rule-list.js';
export { closedLead, LEAD_STEPS, openLead } from './lead-values.js';
export type { LeadDocument } from './lead.js';

export { breachReport } from './breach-report.js';
export { contactLines } from './contact-lines.js';
export { contactList } from './contact-list.js';
export { contactSummary, NO_CONTACTS, type ContactSummary } from './contact-summary.js';
export { contactsPart } from './contacts-part.js';
export type { UnknownCaller } from './unknown-caller.js';
export { unknownCallers } from './unknown-callers.js';

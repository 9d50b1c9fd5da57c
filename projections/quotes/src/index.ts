export { percentOff } from './quote-answer.js';
export { quoteDuties, type QuoteDuty } from './quote-duties.js';
export { quoteLines } from './quote-lines.js';
export { quoteList } from './quote-list.js';
export { quotesPart } from './quotes-part.js';
export { quoteVersions, versionKey } from './quote-versions.js';
export { quoteVersion } from './quote.js';
export type { QuoteDocument, QuoteVersionDocument } from './quote.js';

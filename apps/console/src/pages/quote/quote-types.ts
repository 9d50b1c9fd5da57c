import type { components } from '../../generated/api.js';

export type Quote = components['schemas']['NamedQuote'];
export type QuoteVersion = components['schemas']['NamedQuoteVersion'];
export type QuoteLine = Quote['lines'][number];
export type Totals = Quote['totals'];
export type Status = Quote['status'];

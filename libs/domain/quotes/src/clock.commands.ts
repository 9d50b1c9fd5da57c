import { systemCommand } from '@annals/command-bus';
import { quoteId, terms, version } from '@annals/contracts-quotes';

/** Issued by the clock on the day after the last one on which a version can be accepted. */
export class ExpireDueQuote extends systemCommand(
  'ExpireDueQuote',
  { quoteId, version, validUntil: terms.validUntil },
  { about: 'quoteId' },
) {}

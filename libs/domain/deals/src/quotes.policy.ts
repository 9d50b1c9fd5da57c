import type { QuoteEvent } from '@annals/contracts-quotes';
import { when, type Of } from '@annals/event-sourcing';
import { BeginTrading } from './trading.commands.js';

/** The deal of an accepted quote goes on to trading. */
export const advanceDealsOfQuotes = when<Of<QuoteEvent, 'QuoteAccepted'>>({
  name: 'advance-deals-of-quotes',
  summary: { en: 'Move the deal of an accepted quote to trading', zh: '报价单被接受后将商机推进至业务往来' },
  on: { QuoteAccepted: ({ data: { dealId } }) => [BeginTrading.of({ dealId })] },
});

import { quoteStream, type QuoteEvent } from '@annals/contracts-quotes';
import type { Decider } from '@annals/event-sourcing';
import { answerRules } from './answer.rules.js';
import { approvalRules } from './approval.rules.js';
import { draftingRules } from './drafting.rules.js';
import { quoteAround, type Around } from './quote.around.js';
import { lastOf } from './quote.guards.js';
import type { Settings } from './quote.rules.js';
import { sendingRules } from './sending.rules.js';
import { evolve, type Quote } from './quote.state.js';
import type { QuoteCommand } from './quote.types.js';

/** Quotes in versions: what was sent stays as it is. */
export const quoteBy = (settings: Settings): Decider<QuoteCommand, Quote, QuoteEvent, Around> => ({
  stream: ({ quoteId }) => quoteStream(quoteId),
  subject: ({ customerId }) => customerId,
  initial: null,
  evolve,
  parties: (found) => (found ? [lastOf(found).terms.owner].flatMap((owner) => owner?.id ?? []) : []),
  context: quoteAround,
  decide: {
    ...draftingRules(settings),
    ...approvalRules(settings),
    ...sendingRules(settings),
    ...answerRules(settings),
  },
});

import { QuoteSent, type QuoteEvent } from '@annals/contracts-quotes';
import type { Decider } from '@annals/event-sourcing';
import { approvalProblems } from './approval.problems.js';
import type { Around } from './quote.around.js';
import {
  aboutOf,
  expectAfter,
  expectGoingOn,
  expectValid,
  expectVersion,
  known,
  lastOf,
  valueOf,
} from './quote.guards.js';
import { figuresOf, isBy, isWithin, type By } from './quote.offering.js';
import { quoteProblems } from './quote.problems.js';
import type { Settings } from './quote.rules.js';
import type { Quote, Version } from './quote.state.js';
import type { QuoteCommand } from './quote.types.js';

const { reject } = approvalProblems;

type Rules = Decider<QuoteCommand, Quote, QuoteEvent, Around>['decide'];

/** No event for a version that is sent by the same user already; otherwise a rejection. */
const sentAgain = (by: By, { version, sentBy, end }: Version) => {
  if (end) return quoteProblems.reject('QuoteEnded', { status: end.kind });
  return isBy(by, sentBy) ? [] : reject('QuoteAlreadySent', { version });
};

export const sendingRules = ({ dayOf, limits }: Settings): Pick<Rules, 'SendQuote'> => ({
  SendQuote: (command, quote, at, around) => {
    const { quoteId, sentBy } = command;
    const found = known(quote, quoteId);
    const last = lastOf(found);
    const { version, terms, approval } = last;
    expectVersion(command, last);
    expectGoingOn(found);
    if (last.sentAt !== null) return sentAgain(sentBy, last);
    const { validUntil } = terms;
    expectValid(validUntil, dayOf(at));
    const isApproved = approval?.status === 'approved';
    if (!isApproved && !isWithin(limits, sentBy, last, around)) reject('QuoteNeedsApproval', figuresOf(last));
    expectAfter(command, at, found.moved);
    return [QuoteSent.event({ ...aboutOf(found), version, sentBy: sentBy ?? null, validUntil, ...valueOf(terms) })];
  },
});

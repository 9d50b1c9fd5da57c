import {
  acceptedIn,
  openIn,
  QuoteAccepted,
  QuoteDeclined,
  QuoteExpired,
  QuoteWithdrawn,
  standingIn,
  statusOf,
  type QuoteEvent,
} from '@annals/contracts-quotes';
import { addsNothing } from '@annals/contracts-values';
import type { Decider, Of } from '@annals/event-sourcing';
import type { Around } from './quote.around.js';
import { aboutOf, answered, expectAfter, expectGoingOn, known, lastOf, valueOf } from './quote.guards.js';
import { quoteProblems } from './quote.problems.js';
import type { Settings } from './quote.rules.js';
import type { Quote, Version } from './quote.state.js';
import type { QuoteCommand } from './quote.types.js';

const { reject } = quoteProblems;

type Rules = Decider<QuoteCommand, Quote, QuoteEvent, Around>['decide'];
type AnswerRules = Pick<Rules, 'AcceptQuote' | 'DeclineQuote' | 'WithdrawQuote' | 'ExpireDueQuote'>;

const isAcceptance = ({ version, acceptedBy, reference }: Of<QuoteCommand, 'AcceptQuote'>, known: Version) =>
  addsNothing({ version, said: acceptedBy, reference }, { version: known.version, ...known.end });

const isWithdrawal = ({ end }: Version, reason: string) => end?.kind === 'withdrawn' && end.said === reason;
const isDecline = ({ end, version: known }: Version, { version = known, reason }: Of<QuoteCommand, 'DeclineQuote'>) =>
  version === known && end?.kind === 'declined' && end.said === reason;

/** Rejects with `QuoteEnded` a quote whose last version was answered, or could not be answered any more. */
const expectOpen = ({ end, sentAt, ...version }: Version, at: Date, day: string) => {
  const isOver = sentAt !== null && day > version.terms.validUntil;
  if (isOver || (end && !(end.kind === 'expired' && end.at > at.toISOString())))
    reject('QuoteEnded', { status: isOver ? 'expired' : statusOf({ ...version, sentAt, end }) });
};

/** What becomes of a quote: by the customer, by who sent it, and by time. */
export const answerRules = ({ dayOf }: Settings): AnswerRules => ({
  AcceptQuote: (command, quote, at) => {
    const { quoteId, acceptedBy, reference = null } = command;
    const found = known(quote, quoteId);
    const accepted = acceptedIn(found.versions);
    if (accepted && isAcceptance(command, accepted)) return [];
    const { version, terms } = answered(found, command, at, dayOf(at));
    const { number } = found.drafted;
    const said = { acceptedBy, reference, lines: terms.lines };
    return [QuoteAccepted.event({ ...aboutOf(found), number, version, ...said, ...valueOf(terms) })];
  },

  DeclineQuote: (command, quote, at) => {
    const { quoteId, reason } = command;
    const found = known(quote, quoteId);
    const standing = standingIn(found.versions);
    if (standing && isDecline(standing, command)) return [];
    const { version, terms } = answered(found, command, at, dayOf(at));
    return [QuoteDeclined.event({ ...aboutOf(found), version, reason, ...valueOf(terms) })];
  },

  WithdrawQuote: (command, quote, at) => {
    const { quoteId, reason } = command;
    const found = known(quote, quoteId);
    const last = lastOf(found);
    if (isWithdrawal(last, reason)) return [];
    expectGoingOn(found);
    expectAfter(command, at, found.moved);
    expectOpen(last, at, dayOf(at));
    return [QuoteWithdrawn.event({ ...aboutOf(found), version: last.version, reason })];
  },

  ExpireDueQuote: ({ version, validUntil }, quote, at) => {
    const due = quote && openIn(quote.versions);
    if (!due || due.version !== version || due.terms.validUntil !== validUntil || dayOf(at) <= validUntil) return [];
    return [QuoteExpired.event({ ...aboutOf(quote), version, validUntil, ...valueOf(due.terms) })];
  },
});

import { customerProblems, forSurvivor, isTheirs } from '@annals/contracts-customers';
import { QuoteDrafted, QuoteRevised, type QuoteEvent } from '@annals/contracts-quotes';
import { addsNothing, type Staff } from '@annals/contracts-values';
import type { Decider, Of } from '@annals/event-sourcing';
import type { Around, KnownDeal } from './quote.around.js';
import { aboutOf, expectAfter, expectGoingOn, expectValid, known, lastOf } from './quote.guards.js';
import { quoteProblems } from './quote.problems.js';
import type { Settings } from './quote.rules.js';
import { termsIn, type Drafted, type Quote } from './quote.state.js';
import { expectPriced, linesOfDeal, sameTerms, settle, termsOfDeal } from './quote.terms.js';
import type { QuoteCommand } from './quote.types.js';

const { reject } = quoteProblems;

const MOST_VERSIONS = 30;

type Rules = Decider<QuoteCommand, Quote, QuoteEvent, Around>['decide'];
type Draft = Of<QuoteCommand, 'DraftQuote'>;

/** The deal of a quote. Rejects with `CustomerNotRegistered` and with `DealOfQuoteUnknown`. */
const dealOf = ({ customerId, dealId }: Draft, { customer, deal }: Around): KnownDeal => {
  if (!customer.isRegistered) customerProblems.rejectReference('CustomerNotRegistered', { customerId });
  return deal && isTheirs(customer, customerId, deal.customerId)
    ? deal
    : reject('DealOfQuoteUnknown', { customerId, dealId });
};

/** The version that a revision is of: the last one, until it was sent. */
const nextOf = (found: Drafted): number => {
  const { version, sentAt } = lastOf(found);
  const next = sentAt === null ? version : version + 1;
  return next > MOST_VERSIONS ? reject('QuoteVersionsExhausted', { versions: MOST_VERSIONS }) : next;
};

const isAbout = ({ customerId, dealId, number }: Draft, { drafted }: Drafted): boolean =>
  customerId === drafted.customerId && dealId === drafted.dealId && (number ?? drafted.number) === drafted.number;

/** Who prepares it says nothing else than what is known. */
const isBy = (by: Staff | undefined, known: Staff | null): boolean => by === undefined || addsNothing(by, known ?? {});

export const draftingRules = ({ dayOf, rates }: Settings): Pick<Rules, 'DraftQuote' | 'ReviseQuote'> => ({
  DraftQuote: (sent, quote, at, { customer, ...around }) => {
    const command = forSurvivor(sent, customer);
    const { quoteId, dealId, number = null, preparedBy = null } = command;
    const settling = { rates, products: around.products, day: dayOf(at), lastLine: 0 };
    if (quote) {
      const first = termsIn(quote.drafted);
      const isOurs = isAbout(command, quote) && isBy(command.preparedBy, quote.drafted.preparedBy);
      const isSame = isOurs && sameTerms(settle(quoteId, command, first, settling), first);
      return isSame ? [] : reject('QuoteAlreadyDrafted', { quoteId });
    }
    const deal = dealOf(command, { customer, ...around });
    const { customerId } = command;
    expectValid(command.validUntil, settling.day);
    const agreed = termsOfDeal(deal);
    expectPriced(command, agreed);
    const given = { ...command, lines: command.lines ?? linesOfDeal(dealId, deal) };
    const terms = settle(quoteId, given, agreed, settling);
    return [QuoteDrafted.event({ quoteId, customerId, dealId, number, version: 1, ...terms, preparedBy })];
  },

  ReviseQuote: (command, quote, at, { products }) => {
    const { quoteId, preparedBy = null } = command;
    const found = known(quote, quoteId);
    const last = lastOf(found);
    const { terms } = last;
    const { number } = found.drafted;
    expectGoingOn(found);
    const settling = { rates, products, day: dayOf(at), lastLine: found.lastLine };
    const after = settle(quoteId, command, terms, settling);
    if (sameTerms(after, terms))
      return isBy(command.preparedBy, last.preparedBy) ? [] : reject('QuoteAlreadyRevised', { version: last.version });
    expectAfter(command, at, found.moved);
    expectValid(after.validUntil, settling.day);
    return [QuoteRevised.event({ ...aboutOf(found), number, version: nextOf(found), ...after, preparedBy })];
  },
});

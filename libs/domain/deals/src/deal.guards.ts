import { STEPS, type Outcome, type Step } from '@annals/contracts-deals';
import { expectingAfter } from '@annals/contracts-values';
import { dealProblems } from './deal.problems.js';
import { winProblems } from './win.problems.js';
import type { Begun, Deal } from './deal.state.js';

const { reject } = dealProblems;

type Sent = { readonly dealId: string; readonly occurredAt?: string | undefined };

/** Rejects with `DealUnknown`. */
export const begun = (deal: Deal, dealId: string): Begun =>
  deal.status === 'unknown' ? reject('DealUnknown', { dealId }) : deal;

/** Rejects a command that says that it happened before what it follows. */
export const expectAfter = expectingAfter((details) => reject('DealOccurredTooEarly', details));

/** Rejects what did not happen while the deal was open. */
export const open = (deal: Deal, command: Sent, at: Date): Begun => {
  const known = begun(deal, command.dealId);
  const { status, openSince, openedAt } = known;
  if (status !== 'open' && status !== 'reopened') reject('DealNotOpen', { status });
  expectAfter(command, at, { by: openSince === openedAt ? 'opening' : 'reopening', at: openSince });
  return known;
};

/** The same for a change of some terms, after the last change of any of them. */
export const changeable = (deal: Deal, command: Sent, at: Date, terms: readonly string[]): Begun => {
  const known = open(deal, command, at);
  expectAfter(command, at, { by: 'change', at: known.changes.lastOf(terms)?.at ?? null });
  return known;
};

export const closed = (deal: Deal, dealId: string): Begun & { readonly status: Outcome } => {
  const known = begun(deal, dealId);
  const { status } = known;
  return status === 'won' || status === 'lost' ? { ...known, status } : reject('DealNotClosed', { status });
};

/** Rejects the win of a deal that is still at `need-found`, and one before the negotiation without a reason. */
export const expectWinnable = (step: Step, reason: string | undefined): void => {
  const reached = STEPS.indexOf(step);
  if (reached < STEPS.indexOf('contact-and-sample')) winProblems.reject('DealWonTooEarly', { step });
  if (reached < STEPS.indexOf('negotiation') && reason === undefined)
    winProblems.reject('EarlyWinNeedsReason', { step });
};

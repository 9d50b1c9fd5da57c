import { STEPS, type Outcome, type Step } from '@annals/contracts-deals';
import { expectingAfter } from '@annals/contracts-values';
import { dealProblems } from './deal.problems.js';
import { winProblems } from './win.problems.js';
import type { Begun, Deal, DealFacts } from './deal.state.js';

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

/** Rejects what did not happen while the deal was open; what is only recorded late is not rejected. */
export const openThen = (deal: Deal, command: Sent, at: Date): Begun => {
  const known = begun(deal, command.dealId);
  if (command.occurredAt === undefined) return open(deal, command, at);
  expectAfter(command, at, { by: 'opening', at: known.openedAt });
  const status = statusAt(known, command, at);
  return status === 'open' || status === 'reopened' ? known : refuseClosed(known, command, at, status);
};

/** Rejects what is said of a time when the deal was closed: it came before the reopening, if there was one since. */
export const refuseClosed = ({ history }: Begun, command: Sent, at: Date, status: Outcome): never => {
  const reopening = history.next('status', at.toISOString());
  if (reopening) expectAfter(command, at, { by: 'reopening', at: reopening.at });
  return reject('DealNotOpen', { status });
};

/** The status at the time of which a command says something. */
export const statusAt = (
  { status, history }: Begun,
  { occurredAt }: Omit<Sent, 'dealId'>,
  at: Date,
): Begun['status'] => (occurredAt === undefined ? status : (history.last('status', at.toISOString())?.said ?? 'open'));

/** The step at a moment. */
export const stepAt = ({ opened, history }: Begun, moment: string): Step =>
  history.last('step', moment)?.said.to ?? opened.step;

/**
 * Rejects a late fact that would change the deal as it was closed or reopened later: the event says the terms and the step
 * of that time.
 */
export const expectUnsettled = (
  { history }: Begun,
  { occurredAt }: Omit<Sent, 'dealId'>,
  at: Date,
  names: readonly (keyof DealFacts)[],
): void => {
  const moment = at.toISOString();
  const settled = history.next('status', moment);
  if (!settled || occurredAt === undefined) return;
  const isChanged = names.some((name) => {
    const next = history.next(name, moment);
    return !next || next.at > settled.at;
  });
  if (isChanged) reject('DealSettled', { status: settled.said, since: settled.at });
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

import { DealClosed } from '@annals/contracts-deals';
import { addsNothing } from '@annals/contracts-values';
import type { CommandOf, Of } from '@annals/event-sourcing';
import type * as commands from './deal.commands.js';
import { begun, expectAfter, expectWinnable } from './deal.guards.js';
import { dealProblems } from './deal.problems.js';
import type { Begun, Deal } from './deal.state.js';
import { finalTerms } from './deal.terms.js';
import type * as losing from './loss.commands.js';

const { reject } = dealProblems;

type Close = Of<CommandOf<typeof commands>, 'CloseDeal'>;
type Lose = Of<CommandOf<typeof losing>, 'LoseDeal'>;

export const close = (command: Close, deal: Deal, at: Date) => {
  const { dealId, outcome, value, reason, competitor } = command;
  const known = begun(deal, dealId);
  const { status, customerId, step, terms } = known;
  if (status === 'won' || status === 'lost') return closedSo(known, { outcome, value, reason, competitor });
  expectAfter(command, at, known.moved);
  if (outcome === 'won') expectWinnable(step, reason);
  const why = reason ?? (outcome === 'won' ? null : reject('LossNeedsReason'));
  const closing = { outcome, step, reason: why, competitor: competitor ?? null };
  return [DealClosed.event({ dealId, customerId, ...finalTerms(dealId, terms, value), ...closing })];
};

/** The deal is lost with its customer, unless it was opened or moved on later. */
export const lose = ({ dealId, reason, ...command }: Lose, deal: Deal, at: Date) => {
  const competitor = command.competitor ?? null;
  const known = begun(deal, dealId);
  const { status, customerId, step, terms, moved } = known;
  if (status === 'won' || status === 'lost') return closedSo(known, { outcome: 'lost', reason, competitor });
  if (moved.at > at.toISOString()) return [];
  return [DealClosed.event({ dealId, customerId, ...terms, outcome: 'lost', step, reason, competitor })];
};

type Closing = Pick<Close, 'outcome' | 'value' | 'reason'> & { readonly competitor?: string | null | undefined };

/** No event if it was closed with the same content; otherwise a rejection. */
const closedSo = ({ status, terms, opened, closing }: Begun, { outcome, value, reason, competitor }: Closing) => {
  if (outcome !== status) reject('DealAlreadyClosed', { outcome: status });
  const said = { reason, competitor, value: value && finalTerms(opened.dealId, terms, value).value };
  return addsNothing(said, { ...closing, value: terms.value }) ? [] : reject('DealAlreadyClosed', { outcome });
};

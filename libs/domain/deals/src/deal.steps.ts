import { DealAdvanced, STEPS, type Step } from '@annals/contracts-deals';
import { addsNothingTo } from '@annals/contracts-values';
import type { CommandOf, Of } from '@annals/event-sourcing';
import type * as commands from './deal.commands.js';
import { expectGates, type StepGates } from './deal.gates.js';
import { begun, expectAfter, expectUnsettled, refuseClosed, statusAt, stepAt } from './deal.guards.js';
import { dealProblems } from './deal.problems.js';
import type { Begun, Deal } from './deal.state.js';

const { reject } = dealProblems;

type Begin = { readonly dealId: string };
type Advance = Of<CommandOf<typeof commands>, 'AdvanceDeal'>;

const isForward = (from: Step, to: Step) => STEPS.indexOf(to) > STEPS.indexOf(from);
const isAfterSale = (step: Step) => STEPS.indexOf(step) >= STEPS.indexOf('trading');

/** A step from the one that the deal was at; a step that is recorded late comes between those before and after it. */
export const advanceBy = (gates: StepGates) => (command: Advance, deal: Deal, at: Date) => {
  const { dealId, to, reason } = command;
  const known = begun(deal, dealId);
  const moment = at.toISOString();
  const from = stepAt(known, moment);
  if (to === from) return stayed(known, command, moment);
  if (known.status === 'lost') reject('DealLost');
  expectAfter(command, at, { by: 'opening', at: known.openedAt });
  expectOpen(known, command, at);
  const why = reason ?? (isForward(from, to) ? null : reject('BackwardNeedsReason', { from, to }));
  expectOnward(known, to, moment);
  expectUnsettled(known, command, at, ['step']);
  expectGates(gates, known, from, command);
  return [DealAdvanced.event({ dealId, customerId: known.customerId, from, to, reason: why })];
};

/** An open deal that has not come so far is trading from then on, whatever its steps need; others stay as they are. */
export const beginTrading = ({ dealId }: Begin, deal: Deal, at: Date) => {
  if (deal.status !== 'open' && deal.status !== 'reopened') return [];
  const [moment, to] = [at.toISOString(), 'trading' as const];
  const from = stepAt(deal, moment);
  const isLater = deal.history.next('step', moment) !== undefined || moment < deal.openedAt;
  if (isLater || !isForward(from, to)) return [];
  return [DealAdvanced.event({ dealId, customerId: deal.customerId, from, to, reason: null })];
};

/** No event if it reached its step for the same reason; otherwise a rejection. */
const stayed = ({ history }: Begun, { to: step, reason }: Advance, moment: string) =>
  addsNothingTo({ reason }, history.last('step', moment)?.said) ? [] : reject('DealAlreadyAdvanced', { step });

/** Rejects a step at which the deal was closed, other than the steps after a sale. */
const expectOpen = (deal: Begun, command: Advance, at: Date) => {
  const moment = at.toISOString();
  const status = statusAt(deal, command, at);
  if (status === 'open' || status === 'reopened') return;
  if (status === 'won' && isForward(stepAt(deal, moment), command.to) && isAfterSale(command.to)) return;
  refuseClosed(deal, command, at, status);
};

/** Rejects a step before a known one that would be a move back without a reason. */
const expectOnward = ({ history }: Begun, from: Step, moment: string) => {
  const next = history.next('step', moment)?.said;
  if (next && next.reason === null && isForward(next.to, from)) reject('BackwardNeedsReason', { from, to: next.to });
};

import { changedLines, DealChanged, type DealTerms, type TermsChange } from '@annals/contracts-deals';
import { addsNothingTo, isKnown } from '@annals/contracts-values';
import type { CommandOf, Of } from '@annals/event-sourcing';
import type { Around } from './deal.around.js';
import type * as commands from './deal.commands.js';
import { expectAfter, expectUnsettled, openThen } from './deal.guards.js';
import { termsAt } from './deal.past.js';
import { agreedIn, pricedTerms, type OffersOn } from './deal.pricing.js';
import { dealProblems } from './deal.problems.js';
import type { Deal, DealFacts } from './deal.state.js';
import { differences, settle, termsIn } from './deal.terms.js';

type Change = Of<CommandOf<typeof commands>, 'ChangeDeal'>;
type Term = keyof DealTerms;

/** A change of the terms as they were then. New lines replace all lines, so that they come after every other change of lines. */
export const changeTerms =
  (offersOn: OffersOn) =>
  ({ reason, ...command }: Change, deal: Deal, at: Date, around: Around) => {
    const { dealId, occurredAt: _, ...sent } = command;
    const known = openThen(deal, command, at);
    const { customerId, lastLine, history } = known;
    const moment = at.toISOString();
    const then = termsAt(known, moment);
    const given = pricedTerms(offersOn(at, around), agreedIn(dealId, then), sent);
    const after = settle(dealId, given, { ...then, lastLine });
    const names = termsIn(given) as readonly Term[];
    const said = names.filter((name) => isTerm(name, after) && !isKnown(command, at, history.last(name, moment)?.at));
    const changed = differences(then, after, said);
    if (!changed) {
      const last = history.lastOf(names, moment);
      return addsNothingTo({ reason }, last?.said) ? [] : dealProblems.reject('DealAlreadyChanged', { dealId });
    }
    if (changed.after.lines) expectAfter(command, at, { by: 'change', at: history.last('lines')?.at ?? null });
    expectUnsettled(known, command, at, factsIn(changed));
    return [DealChanged.event({ dealId, customerId, ...changed, reason: reason ?? null })];
  };

/** With lines the value follows from them. */
const isTerm = (name: Term, { lines }: DealTerms) => name !== 'lines' && !(name === 'value' && lines.length > 0);

/** The facts that a change states. */
export const factsIn = (change: TermsChange): readonly (keyof DealFacts)[] => {
  const { lines, value, ...others } = change.after;
  const names = Object.keys(others) as (keyof typeof others)[];
  return lines
    ? [...names, ...(Object.keys(changedLines(change)) as `line:${string}`[])]
    : [...names, ...(value ? (['value'] as const) : [])];
};

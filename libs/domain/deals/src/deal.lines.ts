import { DealChanged, givenLine, lineKey, type DealLine } from '@annals/contracts-deals';
import { addsNothing, addsNothingTo, membersOf, sameContent, wholeId } from '@annals/contracts-values';
import type { CommandOf, Of } from '@annals/event-sourcing';
import { factsIn } from './deal.changes.js';
import type { Around } from './deal.around.js';
import { begun, expectAfter, expectUnsettled, openThen } from './deal.guards.js';
import { termsAt } from './deal.past.js';
import { agreedIn, pricedAs, pricedBy, type OffersOn, type SentLine } from './deal.pricing.js';
import type { Begun, Deal } from './deal.state.js';
import { differences, settle, type GivenLine } from './deal.terms.js';
import type * as commands from './line.commands.js';
import { lineProblems } from './line.problems.js';

const { reject } = lineProblems;

type Command = CommandOf<typeof commands>;

/** One line at a time, so that two editors of a deal do not overwrite each other's lines. */
export const lineRules = (offersOn: OffersOn) => ({
  AddDealLine: (command: Of<Command, 'AddDealLine'>, deal: Deal, at: Date, around: Around) => {
    const met = foundBy(command, deal, at);
    const { found, then } = met;
    const lineId = idOf(command);
    const { dealId } = command;
    const sent = { ...membersOf(givenLine.shape, command), lineId } as SentLine;
    const known = found.terms.lines.find((each) => each.lineId === lineId);
    if (!known && !found.history.last(lineKey(lineId)))
      return changed(command, met, at, [...then.lines, pricedBy(offersOn(at, around), agreedIn(dealId, then))(sent)]);
    const line = pricedAs(agreedIn(dealId, found.terms))(sent);
    const again = settle(dealId, { lines: [line] }, found.terms).lines[0];
    return sameContent(known, again) && repeats(found, command, at) ? [] : reject('LineAlreadyAdded', { lineId });
  },

  ChangeDealLine: (command: Of<Command, 'ChangeDealLine'>, deal: Deal, at: Date, around: Around) => {
    const met = foundBy(command, deal, at);
    const { found, then } = met;
    const lineId = idOf(command);
    const given = membersOf(givenLine.omit({ lineId: true }).shape, command);
    const price = pricedBy(offersOn(at, around), agreedIn(command.dealId, then));
    const lines = then.lines.map((each) => (each.lineId === lineId ? price({ ...each, ...given } as SentLine) : each));
    expectLast(found, command, at);
    if (!then.lines.some((each) => each.lineId === lineId)) reject('LineUnknown', { lineId });
    const after = settle(command.dealId, { lines }, then);
    if (!sameContent(after.lines, then.lines)) return changed(command, met, at, lines);
    return repeats(found, command, at) ? [] : reject('LineAlreadyChanged', { lineId });
  },

  RemoveDealLine: (command: Of<Command, 'RemoveDealLine'>, deal: Deal, at: Date) => {
    const met = foundBy(command, deal, at);
    const { found, then } = met;
    const lineId = idOf(command);
    expectLast(found, command, at);
    const others = then.lines.filter((each) => each.lineId !== lineId);
    if (others.length < then.lines.length) return changed(command, met, at, others);
    const removal = found.history.last(lineKey(lineId), at.toISOString());
    return removal && addsNothing({ reason: command.reason }, removal.said) ? [] : reject('LineUnknown', { lineId });
  },
});

/** The deal, and its terms at the time of which the command says something. */
const foundBy = (command: Command, deal: Deal, at: Date) => {
  const found = begun(deal, command.dealId);
  return { found, then: termsAt(found, at.toISOString()) };
};

const idOf = ({ dealId, lineId }: { readonly dealId: string; readonly lineId: string }) => wholeId(dealId, lineId);

/** A line is agreed as a whole, with quantity, price and discount: rejects what was before its last change. */
const expectLast = ({ history }: Begun, command: Command, at: Date) =>
  expectAfter(command, at, { by: 'change', at: history.last(lineKey(idOf(command)))?.at ?? null });

/** Whether the last change of a line had the same reason; the first one may have had none. */
const repeats = ({ history }: Begun, command: Command, at: Date) => {
  const { reason } = command;
  return addsNothingTo({ reason }, history.last(lineKey(idOf(command)), at.toISOString())?.said);
};

const changed = (
  command: Command,
  { found, then }: ReturnType<typeof foundBy>,
  at: Date,
  lines: readonly (GivenLine | DealLine)[],
) => {
  const { dealId, reason = null } = command;
  const { customerId, lastLine } = openThen(found, command, at);
  const difference = differences(then, settle(dealId, { lines }, { ...then, lastLine }))!; // the lines differ
  expectUnsettled(found, command, at, factsIn(difference));
  return [DealChanged.event({ dealId, customerId, ...difference, reason })];
};

import { DealChanged, givenLine, type DealLine } from '@annals/contracts-deals';
import { addsNothing, membersOf, sameContent } from '@annals/contracts-values';
import type { CommandOf, Of } from '@annals/event-sourcing';
import { begun, changeable } from './deal.guards.js';
import { lineKey, type Begun, type Deal } from './deal.state.js';
import { differences, settle, type GivenLine } from './deal.terms.js';
import type * as commands from './line.commands.js';
import { lineProblems } from './line.problems.js';

const { reject } = lineProblems;

type Command = CommandOf<typeof commands>;

/** One line at a time, so that two editors of a deal do not overwrite each other's lines. */
export const lineRules = {
  AddDealLine: (command: Of<Command, 'AddDealLine'>, deal: Deal, at: Date) => {
    const found = begun(deal, command.dealId);
    const lineId = idOf(command);
    const line = { ...membersOf(givenLine.shape, command), lineId } as GivenLine;
    const { lines } = found.terms;
    const known = lines.find((each) => each.lineId === lineId);
    if (!known && !found.changes.lastOf([lineKey(lineId)])) return changed(command, deal, at, [...lines, line]);
    const again = settle(command.dealId, { lines: [line] }, found.terms).lines[0];
    return sameContent(known, again) && repeats(found, lineId, command) ? [] : reject('LineAlreadyAdded', { lineId });
  },

  ChangeDealLine: (command: Of<Command, 'ChangeDealLine'>, deal: Deal, at: Date) => {
    const found = begun(deal, command.dealId);
    const lineId = idOf(command);
    const given = membersOf(givenLine.omit({ lineId: true }).shape, command);
    const lines = found.terms.lines.map((each) =>
      each.lineId === lineId ? ({ ...each, ...given } as GivenLine) : each,
    );
    expectLine(found, lineId);
    const after = settle(command.dealId, { lines }, found.terms);
    if (!sameContent(after.lines, found.terms.lines)) return changed(command, deal, at, lines);
    return repeats(found, lineId, command) ? [] : reject('LineAlreadyChanged', { lineId });
  },

  RemoveDealLine: (command: Of<Command, 'RemoveDealLine'>, deal: Deal, at: Date) => {
    const found = begun(deal, command.dealId);
    const lineId = idOf(command);
    const { lines } = found.terms;
    const others = lines.filter((each) => each.lineId !== lineId);
    if (others.length < lines.length) return changed(command, deal, at, others);
    const removal = found.changes.lastOf([lineKey(lineId)]);
    return removal && addsNothing({ reason: command.reason }, removal) ? [] : reject('LineUnknown', { lineId });
  },
};

const idOf = ({ dealId, lineId }: { readonly dealId: string; readonly lineId: string }) =>
  lineId.startsWith(`${dealId}:`) ? lineId : `${dealId}:${lineId}`;

const expectLine = ({ terms }: Begun, lineId: string) =>
  terms.lines.some((each) => each.lineId === lineId) || reject('LineUnknown', { lineId });

/** Whether the last change of a line had the same reason; the first one may have had none. */
const repeats = ({ changes }: Begun, lineId: string, { reason }: Command) =>
  addsNothing({ reason }, changes.lastOf([lineKey(lineId)]) ?? { reason });

const changed = (command: Command, deal: Deal, at: Date, lines: readonly (GivenLine | DealLine)[]) => {
  const { dealId, reason = null } = command;
  const { customerId, terms, lastLine } = changeable(deal, command, at, [lineKey(idOf(command))]);
  const difference = differences(terms, settle(dealId, { lines }, { ...terms, lastLine }));
  return difference ? [DealChanged.event({ dealId, customerId, ...difference, reason })] : [];
};

import { DealEstimated } from '@annals/contracts-deals';
import { isKnown, sameContent } from '@annals/contracts-values';
import type { CommandOf, Of } from '@annals/event-sourcing';
import { openThen } from './deal.guards.js';
import type { Begun, Deal } from './deal.state.js';
import type * as commands from './estimate.commands.js';

type Estimate = Of<CommandOf<typeof commands>, 'EstimateDeal'>;

/**
 * An estimate holds until the deal reaches another step or is closed, because it was made of the deal as it stood; it may
 * be given again afterwards. Of estimates that are recorded late the one that occurred last counts.
 */
export const estimate = (command: Estimate, deal: Deal, at: Date) => {
  const { dealId, probability, reason } = command;
  const known = openThen(deal, command, at);
  const last = lastAt(known, at.toISOString());
  if (last && sameContent({ probability, reason }, last.said) && isKnown(command, at, last.at)) return [];
  return [DealEstimated.event({ dealId, customerId: known.customerId, probability, reason })];
};

/** The last estimate until a moment, unless it has ended by then. */
const lastAt = ({ history }: Begun, moment: string) => {
  const [last, moved] = [history.last('estimate', moment), history.lastOf(['step', 'status'], moment)];
  return last && moved && moved.at > last.at ? undefined : last;
};

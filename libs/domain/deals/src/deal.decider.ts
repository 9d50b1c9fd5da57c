import {
  DealAdvanced,
  DealChanged,
  DealClosed,
  DealOpened,
  DealReopened,
  dealStream,
  SampleSent,
  STEPS,
} from '@annals/contracts-deals';
import type { DealEvent, Step } from '@annals/contracts-deals';
import { customerProblems } from '@annals/contracts-customers';
import { addsNothing, sameContent, saysEarlier } from '@annals/contracts-values';
import type { CommandOf, Decider, Of } from '@annals/event-sourcing';
import type * as commands from './deal.commands.js';
import { begun, changeable, closed, expectAfter, expectWinnable, open } from './deal.guards.js';
import { lineRules } from './deal.lines.js';
import { follow, ownersAround, pass, type Owners } from './deal.owners.js';
import { dealProblems } from './deal.problems.js';
import { evolve, type Begun, type Deal } from './deal.state.js';
import type { DealCommand } from './deal.types.js';
import { differences, finalTerms, settle, termsIn } from './deal.terms.js';

const { reject } = dealProblems;

export const deal: Decider<DealCommand, Deal, DealEvent, Owners> = {
  stream: ({ dealId }) => dealStream(dealId),
  subject: ({ customerId }) => customerId,
  initial: { status: 'unknown' },
  evolve,
  parties: (deal) => (deal.status !== 'unknown' && deal.terms.owner ? [deal.terms.owner.id] : []),

  context: ownersAround,

  updates: {
    OpenDeal: ({ dealId, title, value, currency, lines, ...command }, deal) => {
      const { owner, country, region, expectedCloseDate, attributes } = command;
      const given = { title, value, currency, lines, owner, country, region, expectedCloseDate, attributes };
      const { terms, lastLine } = begun(deal, dealId);
      const differs = differences(terms, settle(dealId, given, { ...terms, lastLine })) !== null;
      return differs ? { type: 'ChangeDeal', fields: { dealId, ...given } } : undefined;
    },
  },

  decide: {
    ...lineRules,

    OpenDeal: (command, deal, _, customer) => {
      const { dealId, customerId, step = 'need-found' } = command;
      const { owner = deal.status === 'unknown' ? customer.owner : deal.opened.owner } = command;
      const opened = DealOpened.event({ dealId, customerId, ...settle(dealId, { ...command, owner }), step });
      if (deal.status !== 'unknown')
        return sameContent(deal.opened, opened.data) ? [] : reject('DealAlreadyOpened', { dealId });
      return customer.isKnown ? [opened] : customerProblems.rejectReference('CustomerNotRegistered', { customerId });
    },

    FollowOwner: follow,
    PassDeal: pass,

    AdvanceDeal: (command, deal, at) => {
      const { dealId, to, reason } = command;
      const known = begun(deal, dealId);
      const { status, customerId, step: from } = known;
      if (to === from) return stayed(known, { reason });
      const forward = STEPS.indexOf(to) > STEPS.indexOf(from);
      if (status === 'lost') reject('DealLost');
      if (status === 'won' && !(forward && isAfterSale(to))) reject('DealNotOpen', { status });
      expectAfter(command, at, known.moved);
      const why = reason ?? (forward ? null : reject('BackwardNeedsReason', { from, to }));
      return [DealAdvanced.event({ dealId, customerId, from, to, reason: why })];
    },

    ChangeDeal: ({ reason, ...command }, deal, at) => {
      const { dealId, occurredAt: _, ...given } = command;
      const { customerId, terms, lastLine, changes } = open(deal, command, at);
      const changed = differences(terms, settle(dealId, given, { ...terms, lastLine }));
      if (changed) {
        changeable(deal, command, at, Object.keys(changed.after));
        return [DealChanged.event({ dealId, customerId, ...changed, reason: reason ?? null })];
      }
      const last = changes.lastOf(termsIn(given));
      return addsNothing({ reason }, last ?? { reason }) ? [] : reject('DealAlreadyChanged', { dealId });
    },

    RecordSample: (command, deal, at) => {
      const { dealId, sampleId, product, quantity, note } = command;
      const found = begun(deal, dealId);
      const { customerId, samples, moved, openedAt } = found;
      const sent = SampleSent.event({ dealId, customerId, sampleId, product, quantity, note });
      const known = samples.get(sampleId);
      if (known) return sameContent(sent.data, known) ? [] : reject('SampleAlreadyRecorded', { sampleId });
      const isLate = moved.by === 'close' && saysEarlier(command, at, moved.at);
      if (!isLate) open(deal, command, at);
      expectAfter(command, at, { by: 'opening', at: openedAt });
      return [sent];
    },

    CloseDeal: (command, deal, at) => {
      const { dealId, outcome, value, reason, competitor } = command;
      const known = begun(deal, dealId);
      const { status, customerId, step, terms } = known;
      if (status === 'won' || status === 'lost') return closedSo(known, { outcome, value, reason, competitor });
      expectAfter(command, at, known.moved);
      if (outcome === 'won') expectWinnable(step, reason);
      const why = reason ?? (outcome === 'won' ? null : reject('LossNeedsReason'));
      const closing = { outcome, step, reason: why, competitor: competitor ?? null };
      return [DealClosed.event({ dealId, customerId, ...finalTerms(dealId, terms, value), ...closing })];
    },

    ReopenDeal: (command, deal, at) => {
      const { dealId, reason } = command;
      if (deal.status === 'reopened' && deal.reopening?.reason === reason) return [];
      const { customerId, status: outcome, step, terms, moved } = closed(deal, dealId);
      expectAfter(command, at, moved);
      const { title, value, owner, expectedCloseDate } = terms;
      const again = { step, title, value, owner, expectedCloseDate };
      return [DealReopened.event({ dealId, customerId, reason, outcome, lines: terms.lines.length, ...again })];
    },
  },
};

const isAfterSale = (step: Step) => STEPS.indexOf(step) >= STEPS.indexOf('trading');

/** No event if it reached its step for the same reason; otherwise a rejection. */
const stayed = ({ step, advanced }: Begun, said: { readonly reason: string | undefined }) =>
  addsNothing(said, advanced ?? said) ? [] : reject('DealAlreadyAdvanced', { step });

type Close = Pick<Of<CommandOf<typeof commands>, 'CloseDeal'>, 'outcome' | 'value' | 'reason' | 'competitor'>;

/** No event if it was closed with the same content; otherwise a rejection. */
const closedSo = ({ status, terms, opened, closing }: Begun, { outcome, value, reason, competitor }: Close) => {
  if (outcome !== status) reject('DealAlreadyClosed', { outcome: status });
  const said = { reason, competitor, value: value && finalTerms(opened.dealId, terms, value).value };
  return addsNothing(said, { ...closing, value: terms.value }) ? [] : reject('DealAlreadyClosed', { outcome });
};

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
import type { DealEvent, Outcome, Step } from '@annals/contracts-deals';
import { customerProblems, customerStream } from '@annals/contracts-customers';
import { addsNothing, sameContent } from '@annals/contracts-values';
import type { CommandOf, Decider, Of } from '@annals/event-sourcing';
import type * as commands from './deal.commands.js';
import { dealProblems } from './deal.problems.js';
import { evolve, type Begun, type Deal } from './deal.state.js';
import { differences, finalTerms, settle, termsIn } from './deal.terms.js';

const { reject } = dealProblems;

export const deal: Decider<CommandOf<typeof commands>, Deal, DealEvent, boolean> = {
  stream: ({ dealId }) => dealStream(dealId),
  subject: ({ customerId }) => customerId,
  initial: { status: 'unknown' },
  evolve,
  parties: (deal) => (deal.status !== 'unknown' && deal.terms.owner ? [deal.terms.owner.id] : []),

  context: {
    stream: (command) => (command.type === 'OpenDeal' ? customerStream(command.customerId) : undefined),
    initial: false,
    evolve: { CustomerRegistered: () => true },
  },

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
    OpenDeal: (command, deal, _, customerIsKnown) => {
      const { dealId, customerId, step } = command;
      const opened = DealOpened.event({ dealId, customerId, ...settle(dealId, command), step: step ?? 'need-found' });
      if (deal.status !== 'unknown')
        return sameContent(deal.opened, opened.data) ? [] : reject('DealAlreadyOpened', { dealId });
      return customerIsKnown ? [opened] : customerProblems.rejectReference('CustomerNotRegistered', { customerId });
    },

    AdvanceDeal: ({ dealId, to, reason }, deal) => {
      const known = begun(deal, dealId);
      const { status, customerId, step: from } = known;
      if (to === from) return stayed(known, { reason });
      const forward = STEPS.indexOf(to) > STEPS.indexOf(from);
      if (status === 'lost') reject('DealLost');
      if (status === 'won' && !(forward && isAfterSale(to))) reject('DealNotOpen', { status });
      const why = reason ?? (forward ? null : reject('BackwardNeedsReason', { from, to }));
      return [DealAdvanced.event({ dealId, customerId, from, to, reason: why })];
    },

    ChangeDeal: ({ dealId, reason, ...given }, deal) => {
      const { customerId, terms, lastLine, changes } = open(deal, dealId);
      const changed = differences(terms, settle(dealId, given, { ...terms, lastLine }));
      if (changed) return [DealChanged.event({ dealId, customerId, ...changed, reason: reason ?? null })];
      const last = changes.lastOf(termsIn(given));
      return addsNothing({ reason }, last ?? { reason }) ? [] : reject('DealAlreadyChanged', { dealId });
    },

    RecordSample: ({ dealId, sampleId, product, quantity, note }, deal) => {
      const { customerId, samples } = begun(deal, dealId);
      const sent = SampleSent.event({ dealId, customerId, sampleId, product, quantity, note });
      const known = samples.get(sampleId);
      if (known) return sameContent(sent.data, known) ? [] : reject('SampleAlreadyRecorded', { sampleId });
      open(deal, dealId);
      return [sent];
    },

    CloseDeal: ({ dealId, outcome, value, reason, competitor }, deal) => {
      const known = begun(deal, dealId);
      const { status, customerId, step, terms } = known;
      if (status === 'won' || status === 'lost') return closedSo(known, { outcome, value, reason, competitor });
      const why = reason ?? (outcome === 'won' ? null : reject('LossNeedsReason'));
      const closing = { outcome, step, reason: why, competitor: competitor ?? null };
      return [DealClosed.event({ dealId, customerId, ...finalTerms(dealId, terms, value), ...closing })];
    },

    ReopenDeal: ({ dealId, reason }, deal) => {
      if (deal.status === 'reopened' && deal.reopening?.reason === reason) return [];
      const { customerId, status: outcome, step, terms } = closed(deal, dealId);
      const { title, value, owner, expectedCloseDate } = terms;
      const again = { step, title, value, owner, expectedCloseDate };
      return [DealReopened.event({ dealId, customerId, reason, outcome, lines: terms.lines.length, ...again })];
    },
  },
};

const begun = (deal: Deal, dealId: string): Begun =>
  deal.status === 'unknown' ? reject('DealUnknown', { dealId }) : deal;

const open = (deal: Deal, dealId: string): Begun => {
  const known = begun(deal, dealId);
  const { status } = known;
  return status === 'open' || status === 'reopened' ? known : reject('DealNotOpen', { status });
};

const closed = (deal: Deal, dealId: string): Begun & { readonly status: Outcome } => {
  const known = begun(deal, dealId);
  const { status } = known;
  return status === 'won' || status === 'lost' ? { ...known, status } : reject('DealNotClosed', { status });
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

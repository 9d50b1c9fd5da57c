import {
  DEAL_LINES,
  DealAdvanced,
  DealChanged,
  DealClosed,
  DealOpened,
  DealReopened,
  SampleSent,
  STEPS,
} from '@annals/contracts-deals';
import type { DealEvent, DealTerms, Outcome, Step } from '@annals/contracts-deals';
import { customerProblems } from '@annals/contracts-customers';
import { lastNumber, sameContent } from '@annals/contracts-values';
import type { CommandOf, Decider } from '@annals/event-sourcing';
import type * as commands from './deal.commands.js';
import { dealProblems } from './deal.problems.js';
import { differences, finalTerms, settle } from './deal.terms.js';

const { reject } = dealProblems;

type Begun = {
  readonly status: 'open' | 'reopened' | Outcome;
  readonly customerId: string;
  readonly step: Step;
  readonly terms: DealTerms;
  readonly opened: ReturnType<typeof DealOpened.event>['data'];
  readonly samples: readonly string[];
  /** The highest number that a line ever had. */
  readonly lastLine: number;
};
type Deal = { readonly status: 'unknown' } | Begun;

export const deal: Decider<CommandOf<typeof commands>, Deal, DealEvent, boolean> = {
  stream: ({ dealId }) => `deal-${dealId}`,
  subject: ({ customerId }) => customerId,
  initial: { status: 'unknown' },
  parties: (deal) => (deal.status !== 'unknown' && deal.terms.owner ? [deal.terms.owner.id] : []),

  context: {
    stream: (command) => (command.type === 'OpenDeal' ? `customer-${command.customerId}` : undefined),
    initial: false,
    evolve: { CustomerRegistered: () => true },
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
      const { status, customerId, step: from } = begun(deal, dealId);
      if (to === from) return [];
      const forward = STEPS.indexOf(to) > STEPS.indexOf(from);
      if (status === 'lost') reject('DealLost');
      if (status === 'won' && !(forward && isAfterSale(to))) reject('DealNotOpen', { status });
      const why = reason ?? (forward ? null : reject('BackwardNeedsReason', { from, to }));
      return [DealAdvanced.event({ dealId, customerId, from, to, reason: why })];
    },

    ChangeDeal: ({ dealId, reason, ...given }, deal) => {
      const { customerId, terms, lastLine } = open(deal, dealId);
      const changed = differences(terms, settle(dealId, given, { ...terms, lastLine }));
      return changed ? [DealChanged.event({ dealId, customerId, ...changed, reason: reason ?? null })] : [];
    },

    RecordSample: ({ dealId, sampleId, product, quantity, note }, deal) => {
      if (begun(deal, dealId).samples.includes(sampleId)) return [];
      const { customerId } = open(deal, dealId);
      return [SampleSent.event({ dealId, customerId, sampleId, product, quantity, note })];
    },

    CloseDeal: ({ dealId, outcome, value, reason, competitor }, deal) => {
      const { status } = begun(deal, dealId);
      if (status === outcome) return [];
      if (status === 'won' || status === 'lost') reject('DealAlreadyClosed', { outcome: status });
      const { customerId, step, terms } = open(deal, dealId);
      const why = reason ?? (outcome === 'won' ? null : reject('LossNeedsReason'));
      const closing = { outcome, step, reason: why, competitor: competitor ?? null };
      return [DealClosed.event({ dealId, customerId, ...finalTerms(dealId, terms, value), ...closing })];
    },

    ReopenDeal: ({ dealId, reason }, deal) => {
      if (deal.status === 'reopened') return [];
      const { customerId, status: outcome, step, terms } = closed(deal, dealId);
      const { title, value, owner, expectedCloseDate } = terms;
      const again = { step, title, value, owner, expectedCloseDate };
      return [DealReopened.event({ dealId, customerId, reason, outcome, lines: terms.lines.length, ...again })];
    },
  },

  evolve: {
    DealOpened: (_, opened) => {
      const { dealId, customerId, step, lines } = opened;
      const lastLine = lastNumber(DEAL_LINES, dealId, lines);
      return { status: 'open', customerId, step, terms: opened, opened, samples: [], lastLine };
    },
    DealAdvanced: (deal, { to }) => ({ ...(deal as Begun), step: to }),
    DealChanged: (deal, { dealId, after }) => {
      const { terms, lastLine, ...rest } = deal as Begun;
      const last = lastNumber(DEAL_LINES, dealId, after.lines ?? [], lastLine);
      return { ...rest, terms: { ...terms, ...after } as DealTerms, lastLine: last };
    },
    SampleSent: (deal, { sampleId }) => {
      const { samples, ...rest } = deal as Begun;
      return { ...rest, samples: [...samples, sampleId] };
    },
    DealClosed: (deal, { outcome, value }) => {
      const { terms, ...rest } = deal as Begun;
      return { ...rest, terms: { ...terms, value }, status: outcome };
    },
    DealReopened: (deal) => ({ ...(deal as Begun), status: 'reopened' }),
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

import { DealOpened, DealReopened, dealStream, DealWithdrawn, SampleSent } from '@annals/contracts-deals';
import type { DealEvent } from '@annals/contracts-deals';
import { sameContent } from '@annals/contracts-values';
import type { Decider } from '@annals/event-sourcing';
import { changeTerms } from './deal.changes.js';
import { close, lose } from './deal.closing.js';
import { begun, closed, expectAfter, openThen } from './deal.guards.js';
import { lineRules } from './deal.lines.js';
import { expectCustomer, follow, ownersAround, pass, type Owners } from './deal.owners.js';
import { dealProblems } from './deal.problems.js';
import { advance } from './deal.steps.js';
import { evolve, type Deal } from './deal.state.js';
import type { DealCommand } from './deal.types.js';
import { differences, settle } from './deal.terms.js';
import { undoing } from './deal.undoing.js';

const { reject } = dealProblems;

export const deal: Decider<DealCommand, Deal, DealEvent, Owners> = {
  stream: ({ dealId }) => dealStream(dealId),
  subject: ({ customerId }) => customerId,
  initial: { status: 'unknown' },
  evolve,
  undoing,
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
      expectCustomer(customer, customerId);
      return [opened];
    },

    WithdrawDeal: ({ dealId }, deal) => {
      if (deal.status === 'unknown') return [];
      const isClosed = deal.status === 'won' || deal.status === 'lost';
      const lines = isClosed ? deal.terms.lines.length : 0;
      return [DealWithdrawn.event({ dealId, customerId: deal.customerId, lines })];
    },

    FollowOwner: follow,
    PassDeal: pass,

    AdvanceDeal: advance,
    ChangeDeal: changeTerms,

    RecordSample: (command, deal, at) => {
      const { dealId, sampleId, product, quantity, note } = command;
      const { customerId, samples } = begun(deal, dealId);
      const sent = SampleSent.event({ dealId, customerId, sampleId, product, quantity, note });
      const known = samples.get(sampleId);
      if (known) return sameContent(sent.data, known) ? [] : reject('SampleAlreadyRecorded', { sampleId });
      openThen(deal, command, at);
      return [sent];
    },

    CloseDeal: close,
    LoseDeal: lose,

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

import type { Days } from '@annals/analytics';
import { DealOpened, DealReopened, dealStream, DealWithdrawn, SampleSent } from '@annals/contracts-deals';
import type { DealEvent } from '@annals/contracts-deals';
import { sameContent } from '@annals/contracts-values';
import type { Decider } from '@annals/event-sourcing';
import { dealAround, type Around } from './deal.around.js';
import { changeTerms } from './deal.changes.js';
import { close, lose } from './deal.closing.js';
import { estimate } from './deal.estimates.js';
import { expectGatesAtOpening, type StepGates } from './deal.gates.js';
import { begun, closed, expectAfter, openThen } from './deal.guards.js';
import { lineRules } from './deal.lines.js';
import { expectCustomer, follow, pass } from './deal.owners.js';
import { agreedIn, comparedTerms, pricedTerms, type OffersOn } from './deal.pricing.js';
import { dealProblems } from './deal.problems.js';
import { advanceBy, beginTrading } from './deal.steps.js';
import { evolve, type Deal } from './deal.state.js';
import type { DealCommand } from './deal.types.js';
import { differences, settle } from './deal.terms.js';
import { undoing } from './deal.undoing.js';

const { reject } = dealProblems;

/** `days` is the company's calendar: a product is offered, and has a price, on a day. `gates` are what steps need. */
export const dealOn = (
  { dayOf }: Pick<Days, 'dayOf'>,
  gates: StepGates = {},
): Decider<DealCommand, Deal, DealEvent, Around> => {
  const offersOn: OffersOn = (at, { products }) => ({ products, day: dayOf(at) });
  return {
    stream: ({ dealId }) => dealStream(dealId),
    subject: ({ customerId }) => customerId,
    initial: { status: 'unknown' },
    evolve,
    undoing,
    parties: (deal) => (deal.status !== 'unknown' && deal.terms.owner ? [deal.terms.owner.id] : []),

    context: dealAround,

    updates: {
      OpenDeal: ({ dealId, title, value, currency, lines, ...command }, deal) => {
        const { owner, country, region, expectedCloseDate, attributes } = command;
        const sent = { title, value, currency, lines, owner, country, region, expectedCloseDate, attributes };
        const { terms, lastLine } = begun(deal, dealId);
        const given = comparedTerms(agreedIn(dealId, terms), sent);
        const differs = differences(terms, settle(dealId, given, { ...terms, lastLine })) !== null;
        return differs ? { type: 'ChangeDeal', fields: { dealId, ...sent } } : undefined;
      },
    },

    decide: {
      ...lineRules(offersOn),

      OpenDeal: (command, deal, at, around) => {
        const { dealId, customerId, step = 'need-found' } = command;
        const known = deal.status === 'unknown' ? undefined : deal.opened;
        const { owner = known ? known.owner : around.customer.owner } = command;
        const terms = pricedTerms(offersOn(at, around), known && agreedIn(dealId, known), { ...command, owner });
        const opened = DealOpened.event({ dealId, customerId, ...settle(dealId, terms), step });
        if (known) return sameContent(known, opened.data) ? [] : reject('DealAlreadyOpened', { dealId });
        expectCustomer(around.customer, customerId);
        expectGatesAtOpening(gates, opened.data, command);
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

      AdvanceDeal: advanceBy(gates),
      EstimateDeal: estimate,
      BeginTrading: beginTrading,
      ChangeDeal: changeTerms(offersOn),

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
};

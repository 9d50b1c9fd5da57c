import { dealTerms, step, termsAfter, termsClosed } from '@annals/contracts-deals';
import type { DatedTerms, DealEvent } from '@annals/contracts-deals';
import { ifLatest, membersOf, sortableDecimal } from '@annals/contracts-values';
import { amount, day, instant, party, revised, text, view, type RecordedEvent } from '@annals/event-sourcing';
import { deal, status, type Deal } from './deal.js';
import { estimatedAfter, estimateOf, NOT_ESTIMATED } from './estimates.js';
import { moved, opened } from './moves.js';

type Unstamped = Omit<Deal, 'revision'>;

const closedBy = { closedAt: null, reason: null, competitor: null };

const lastChange = ({ type, occurredAt, actor }: RecordedEvent<DealEvent>) => ({ type, at: occurredAt, actor });

/** A step that changes a deal, and passes over one that was never opened. */
const change =
  <E extends DealEvent>(next: (deal: Deal, event: RecordedEvent<E>) => Partial<Deal>) =>
  (deal: Deal | null, event: RecordedEvent<E>): Unstamped | null =>
    deal && {
      ...deal,
      ...next(deal, event),
      ...ifLatest(event.occurredAt, deal.lastChange.at, { lastChange: lastChange(event) }),
    };

const datedTerms = (deal: Deal): DatedTerms => ({
  terms: membersOf(dealTerms.shape, deal) as DatedTerms['terms'],
  since: deal.since,
});

/** One document for each deal, open or closed. */
export const pipeline = view<DealEvent, Deal>()({
  name: 'pipeline',
  version: 7,
  key: ({ data }) => data.dealId,
  on: revised<DealEvent, Deal>({
    DealOpened: (_, event) => ({
      ...event.data,
      ...closedBy,
      status: 'open',
      openedAt: event.occurredAt,
      ...opened(event.occurredAt, event.data.step),
      since: {},
      samples: 0,
      ...NOT_ESTIMATED,
      lastChange: lastChange(event),
    }),

    DealAdvanced: change((deal, { data: { to }, occurredAt }) => moved(deal, { at: occurredAt, step: to })),

    DealChanged: change((deal, { data, occurredAt }) => {
      const { terms, since } = termsAfter(datedTerms(deal), data, occurredAt);
      return { ...terms, since };
    }),

    SampleSent: change(({ samples }) => ({ samples: samples + 1 })),

    DealClosed: change((deal, { data: { outcome, value, step, reason, competitor }, occurredAt }) => {
      const { terms, since } = termsClosed(datedTerms(deal), value, occurredAt);
      const closing = { status: outcome, closedAt: occurredAt, reason, competitor };
      return { ...terms, since, ...closing, ...moved(deal, { at: occurredAt, step, open: false }) };
    }),

    DealEstimated: change(estimatedAfter),

    DealWithdrawn: () => null,

    DealReopened: change((deal, { occurredAt }) => ({
      ...{ ...closedBy, status: 'open' },
      ...moved(deal, { at: occurredAt, open: true }),
    })),
  }),
  fields: {
    status: text((deal) => deal.status, { schema: status }),
    step: text((deal) => deal.step, { schema: step }),
    owner: party(({ owner }) => owner?.id ?? null),
    customer: text(({ customerId }) => customerId),
    country: text(({ country }) => country),
    region: text(({ region }) => region),
    openedAt: instant(({ openedAt }) => openedAt),
    closedAt: instant(({ closedAt }) => closedAt),
    expectedCloseDate: day(({ expectedCloseDate }) => expectedCloseDate),
    currency: text(({ value }) => value.currency),
    /** By size, whatever the currency. */
    value: text(({ value }) => sortableDecimal(value.amount)),
    amount: amount(({ value }) => value.amount),
  },
  indexes: [
    ['openedAt'],
    ['closedAt'],
    ['expectedCloseDate'],
    ['value'],
    ['status', 'openedAt'],
    ['status', 'step', 'currency', 'amount'],
    ['owner', 'status', 'openedAt'],
    ['customer', 'openedAt'],
    ['customer', 'closedAt', 'openedAt'],
    ['customer', 'status', 'currency', 'amount'],
    ['country', 'openedAt'],
    ['region', 'openedAt'],
  ],
  personal: ['title', 'attributes', 'reason', 'estimated.reason'],
  revision: ({ revision }) => revision,
  answer: {
    schema: deal,
    of: (document) => {
      const { revision: _, since: __, moves: ___, earlierDays: ____, estimated: _____, ...shown } = document;
      return { ...shown, estimate: estimateOf(document) };
    },
  },
  list: {
    path: 'deals',
    summary: {
      en: 'List deals by status, step, owner, customer, country and region',
      zh: '按状态、步骤、负责人、客户、国家和区域列出商机',
    },
    record: {
      ...{ name: 'Deal', en: 'deal', zh: '商机', id: 'dealId', schema: 'NamedDeal' },
      one: {
        en: 'Get a deal with its terms and the days spent in each step',
        zh: '查看商机及其条款和各步骤停留天数',
      },
    },
    needs: 'deals.read',
    filters: ['status', 'step', 'owner', 'customer', 'country', 'region'],
    ranges: ['openedAt', 'closedAt', 'expectedCloseDate'],
    names: { customerName: 'customer' },
    sorts: ['-openedAt', 'closedAt', 'value', 'expectedCloseDate'],
  },
});

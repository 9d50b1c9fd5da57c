import fc from 'fast-check';
import { advance, type LifecycleFact, type LifecycleSummary, type LifecycleThresholds } from './index.js';

const thresholds: LifecycleThresholds = {
  mature: { wonDeals: 3, withinDays: 365, tenureMonths: 24 },
  declining: { silentDays: 180, unresolvedComplaints: 2 },
};

type Told = readonly [type: string, data?: object, occurredAt?: string];

const day = (number: number) => new Date(Date.UTC(2026, 0, number)).toISOString();

/** One event a day from 1 January 2026 on, unless another time is given. */
const factsOf = (told: readonly Told[]): LifecycleFact[] =>
  told.map(([type, data = {}, occurredAt], index) => ({
    ...{ type, data, id: `event-${index + 1}`, position: index + 1 },
    occurredAt: occurredAt ?? day(index + 1),
  }));

const after = (...told: Told[]): LifecycleSummary =>
  factsOf(told).reduce<LifecycleSummary | null>((summary, fact) => advance(thresholds, summary, fact), null)!;

const stateAfter = (...told: Told[]) => after(...told).change.to;

const registered = (value?: object): Told => ['CustomerRegistered', { profile: { value } }];
const tenureChanged = (field: string, value: unknown): Told => [
  'CustomerDataChanged',
  { changes: [{ field, before: null, after: value }] },
];
const opened = (dealId: string, step = 'need-found'): Told => ['DealOpened', { dealId, step }];
const advanced = (dealId: string, to: string): Told => ['DealAdvanced', { dealId, to }];
const closed = (dealId: string, outcome: string, occurredAt?: string): Told => [
  'DealClosed',
  { dealId, outcome, value: { amount: '10' } },
  ...((occurredAt ? [occurredAt] : []) as []),
];
const won = (dealId: string, occurredAt?: string) => closed(dealId, 'won', occurredAt);
const reopened = (dealId: string, step = 'trading'): Told => ['DealReopened', { dealId, step }];
const filed = (complaintId: string): Told => ['ComplaintFiled', { complaintId }];
const resolved = (complaintId: string): Told => ['ComplaintResolved', { complaintId }];
const withdrawn = (complaintId: string): Told => ['ComplaintWithdrawn', { complaintId }];
const complainedAgain = (complaintId: string): Told => ['ComplaintReopened', { complaintId }];
const silent = (lastActivityAt: string): Told => ['CustomerFellSilent', { lastActivityAt, silentDays: 180 }];
const contact = (direction: string, outcome: string, response = 'none'): Told => [
  'ContactMade',
  { direction, outcome, response },
];
const lost: Told = ['CustomerLost', { reason: 'moved' }];
const wonBack: Told = ['CustomerWonBack', { reason: 'offer' }];

describe('a customer is', () => {
  it.each<[string, Told[], string]>([
    ['initial when it is only known', [registered()], 'initial'],
    [
      'initial with a deal that has just begun',
      [registered(), opened('a'), advanced('a', 'contact-and-sample')],
      'initial',
    ],
    ['developing with a deal at the step of intent', [registered(), opened('a', 'intent')], 'developing'],
    ['developing when a deal gets there', [registered(), opened('a'), advanced('a', 'negotiation')], 'developing'],
    ['initial again when the deal goes back', [opened('a', 'intent'), advanced('a', 'need-found')], 'initial'],
    ['initial again when the deal is lost', [opened('a', 'intent'), closed('a', 'lost')], 'initial'],
    [
      'developing when a lost deal is reopened',
      [opened('a', 'intent'), closed('a', 'lost'), reopened('a', 'intent')],
      'developing',
    ],
    [
      'initial when a deal is reopened that was lost early',
      [opened('a'), closed('a', 'lost'), reopened('a', 'need-found')],
      'initial',
    ],
    ['developing when a deal is reopened whose close is forgotten', [reopened('a', 'intent')], 'developing'],
    ['developing with a won deal', [registered(), won('a')], 'developing'],
    ['developing from a month of relation on', [registered({ tenureMonths: 1 })], 'developing'],
    ['mature with enough won deals', [won('a'), won('b'), won('c')], 'mature'],
    ['developing with a deal won twice over', [won('a'), won('b'), won('b')], 'developing'],
    ['developing when they were won too far apart', [won('a', day(-400)), won('b'), won('c')], 'developing'],
    ['mature after a long relation', [registered({ tenureMonths: 24 })], 'mature'],
    ['mature when it turns out to be an old one', [registered(), tenureChanged('value.tenureMonths', 30)], 'mature'],
    ['mature when all value data say so', [registered(), tenureChanged('value', { tenureMonths: 30 })], 'mature'],
    [
      'initial when its tenure was a mistake',
      [registered({ tenureMonths: 30 }), tenureChanged('value', null)],
      'initial',
    ],
    ['as before when other data change', [registered(), tenureChanged('phone', '555')], 'initial'],
    ['developing when one of three won deals is reopened', [won('a'), won('b'), won('c'), reopened('b')], 'developing'],
    ['mature when a fourth takes its place', [won('a'), won('b'), won('c'), won('d'), reopened('d')], 'mature'],
    ['declining with too many unresolved complaints', [won('a'), filed('1'), filed('2')], 'declining'],
    ['no longer declining when one is resolved', [won('a'), filed('1'), filed('2'), resolved('1')], 'developing'],
    ['no longer declining when one is withdrawn', [won('a'), filed('1'), filed('2'), withdrawn('1')], 'developing'],
    ['declining when it is reopened', [filed('1'), filed('2'), resolved('1'), complainedAgain('1')], 'declining'],
    ['declining when it fell silent', [won('a'), silent(day(1))], 'declining'],
    [
      'no longer declining when it is heard of',
      [won('a'), silent(day(1)), contact('inbound', 'reached')],
      'developing',
    ],
    [
      'as before when the silence was over before it was noted',
      [won('a'), ['NeedRecorded'], silent(day(1))],
      'developing',
    ],
    ['as before when it has ordered since', [won('a'), silent(day(1)), ['OrderPlaced']], 'developing'],
    ['as before when nothing was ever heard of it', [silent(day(1))], 'initial'],
    ['lost when it is gone', [won('a'), lost, won('b', day(1)), filed('1'), filed('2')], 'lost'],
    ['what it was when it is won back', [won('a'), lost, wonBack], 'developing'],
  ])('%s', (_, told, state) => {
    expect(stateAfter(...told)).toBe(state);
  });
});

it('follows from the facts alone, whatever the state was before', () => {
  const anyTold = fc.constantFrom<Told>(
    ...[registered(), won('a'), won('b'), won('c'), reopened('a'), opened('d', 'intent'), advanced('d', 'need-found')],
    ...[filed('1'), filed('2'), resolved('1'), lost, wonBack, silent(day(3)), contact('inbound', 'reached')],
  );
  fc.assert(
    fc.property(fc.array(anyTold, { minLength: 1, maxLength: 30 }), (told) => {
      const summary = after(...told);
      const again = advance(
        thresholds,
        { ...summary, change: { ...summary.change, to: 'initial' } },
        {
          ...{ type: 'Unrelated', id: 'x', position: 99, occurredAt: day(99), data: {} },
        },
      );
      expect(again.change.to).toBe(summary.change.to);
    }),
  );
});

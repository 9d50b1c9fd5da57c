import fc from 'fast-check';
import {
  advance,
  LIFECYCLE_TYPES,
  silenceDueAt,
  type LifecycleFact,
  type LifecycleSummary,
  type LifecycleThresholds,
} from './index.js';

const thresholds: LifecycleThresholds = {
  mature: { wonDeals: 3, withinDays: 365, tenureMonths: 24 },
  declining: { silentDays: 180, unresolvedComplaints: 2 },
};

type Told = readonly [type: string, data?: object, occurredAt?: string];

const day = (number: number) => new Date(Date.UTC(2026, 0, number)).toISOString();

/** One event a day from 1 January 2026 on, unless told when. */
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
const closed = (dealId: string, outcome: string, occurredAt?: string, step = 'trading'): Told => [
  'DealClosed',
  { dealId, outcome, step },
  ...((occurredAt ? [occurredAt] : []) as []),
];
const won = (dealId: string, occurredAt?: string) => closed(dealId, 'won', occurredAt);
const reopened = (dealId: string): Told => ['DealReopened', { dealId }];
const filed = (complaintId: string): Told => ['ComplaintFiled', { complaintId }];
const resolved = (complaintId: string): Told => ['ComplaintResolved', { complaintId }];
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
      [opened('a', 'intent'), closed('a', 'lost'), reopened('a')],
      'developing',
    ],
    [
      'initial when a deal is reopened that was lost early',
      [opened('a'), closed('a', 'lost', undefined, 'need-found'), reopened('a')],
      'initial',
    ],
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
    ['as before when nothing was ever heard of it', [silent(day(1))], 'initial'],
    ['lost when it is gone', [won('a'), lost, won('b'), filed('1'), filed('2')], 'lost'],
    ['what it was when it is won back', [won('a'), lost, wonBack], 'developing'],
  ])('%s', (_, told, state) => {
    expect(stateAfter(...told)).toBe(state);
  });
});

describe('a change', () => {
  it('tells its rule, what was compared, since when, and the events that prove it', () => {
    const { change } = after(registered(), won('a'), won('b'), ['NeedRecorded'], won('c'), ['NeedRecorded']);
    const proof = (position: number) => ({
      ...{ type: 'DealClosed', id: `event-${position}`, position },
      occurredAt: day(position),
    });
    expect(change).toEqual({
      from: 'developing',
      to: 'mature',
      since: day(5),
      rule: 'won-deals',
      parameters: { wonDeals: 3, withinDays: 365 },
      evidence: [proof(2), proof(3), proof(5)],
    });
  });

  it.each<[string, Told[], string, object]>([
    ['a first event', [registered()], 'known', {}],
    ['a loss', [lost], 'customer-lost', {}],
    ['silence', [registered(), silent(day(1))], 'silence', { silentDays: 180 }],
    ['complaints', [filed('1'), filed('2')], 'unresolved-complaints', { unresolvedComplaints: 2 }],
    ['long tenure', [registered({ tenureMonths: 24 })], 'tenure', { tenureMonths: 24 }],
    ['tenure', [registered({ tenureMonths: 2 })], 'tenure', { tenureMonths: 1 }],
    ['a won deal', [won('a')], 'won-deal', { wonDeals: 1 }],
    ['a deal in progress', [opened('a', 'intent')], 'deal-in-progress', {}],
  ])('by %s is named', (_, told, rule, parameters) => {
    expect(after(...told).change).toMatchObject({ rule, parameters });
  });

  it('is dated by the fact, however late it was loaded', () => {
    expect(after(registered(), won('a', '1996-07-16T00:00:00.000Z')).change.since).toBe('1996-07-16T00:00:00.000Z');
  });

  it('has no more evidence than a reader can look at', () => {
    const many = { ...thresholds, declining: { ...thresholds.declining, unresolvedComplaints: 50 } };
    const facts = factsOf(Array.from({ length: 50 }, (_, index) => filed(`${index}`)));
    const summary = facts.reduce<LifecycleSummary | null>((before, fact) => advance(many, before, fact), null)!;
    expect(summary.change).toMatchObject({ to: 'declining' });
    expect(summary.change.evidence.map(({ position }) => position)).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 31),
    );
  });
});

describe('activity', () => {
  it.each<[string, 'counts' | 'does not count', Told]>([
    ['an inbound contact', 'counts', contact('inbound', 'message-left')],
    ['an outbound contact that came through', 'counts', contact('outbound', 'reached')],
    ['an answer to a message', 'counts', contact('outbound', 'message-left', 'positive')],
    ['a call that nobody took', 'does not count', contact('outbound', 'not-reached')],
    ['a correction of our own file', 'does not count', tenureChanged('phone', '1')],
    ['a resolution', 'does not count', resolved('1')],
    ['what is not of the lifecycle', 'does not count', ['OwnerAssigned']],
  ])('%s %s', (_, counts, told) => {
    expect(after(registered(), told).facts.lastActivityAt).toBe(counts === 'counts' ? day(2) : day(1));
  });

  it('is the latest there ever was', () => {
    expect(after(registered(), won('a', day(-900))).facts.lastActivityAt).toBe(day(1));
  });
});

describe('silence is due', () => {
  it.each<[string, Told[], string | null]>([
    ['so many days after the last activity', [won('a')], new Date(Date.UTC(2026, 0, 181)).toISOString()],
    ['never for whom nothing has begun', [registered()], null],
    ['never for the lost', [won('a'), lost], null],
    ['never for who is declining already', [won('a'), silent(day(1))], null],
    ['never where no activity is known', [tenureChanged('value.tenureMonths', 3)], null],
  ])('%s', (_, told, due) => {
    expect(silenceDueAt(thresholds, after(...told))).toBe(due);
  });
});

it('remembers little, however long the history is', () => {
  const deals = Array.from({ length: 200 }, (_, index) => [won(`w${index}`), closed(`l${index}`, 'lost')]).flat();
  const { facts } = after(...deals);
  expect([facts.won.length, facts.shelved.length]).toEqual([13, 13]);
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

it('names the types of event that it depends on', () => {
  expect(LIFECYCLE_TYPES).toContain('CustomerFellSilent');
  expect(LIFECYCLE_TYPES).not.toContain('OwnerAssigned');
});

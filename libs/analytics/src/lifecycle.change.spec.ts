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

/** One event a day from 1 January 2026 on, unless another time is given. */
const after = (told: readonly Told[], { thresholds: given = thresholds } = {}): LifecycleSummary =>
  told
    .map(([type, data = {}, occurredAt], index): LifecycleFact => {
      const [id, position] = [`event-${index + 1}`, index + 1];
      return { type, data, id, position, occurredAt: occurredAt ?? day(position) };
    })
    .reduce<LifecycleSummary | null>((summary, fact) => advance(given, summary, fact), null)!;

const registered = (tenureMonths?: number): Told => ['CustomerRegistered', { profile: { value: { tenureMonths } } }];
const opened = (dealId: string): Told => ['DealOpened', { dealId, step: 'intent' }];
const won = (dealId: string, occurredAt?: string): Told => [
  ...(['DealClosed', { dealId, outcome: 'won', value: { amount: '10' } }] as const),
  ...((occurredAt ? [occurredAt] : []) as [string]),
];
const goesOn = (dealId: string): Told => ['DealAdvanced', { dealId, to: 'after-sales' }];
const filed = (complaintId: string): Told => ['ComplaintFiled', { complaintId }];
const silent: Told = ['CustomerFellSilent', { lastActivityAt: day(1), silentDays: 180 }];
const contact = (direction: string, outcome: string, response = 'none'): Told => [
  'ContactMade',
  { direction, outcome, response },
];
const lost: Told = ['CustomerLost', { reason: 'moved' }];
const need: Told = ['NeedRecorded'];

describe('a change', () => {
  it('tells its rule, what was compared, since when, and the events that prove it', () => {
    const { change } = after([registered(), won('a'), won('b'), need, won('c'), need]);
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
    ['silence', [registered(), silent], 'silence', { silentDays: 180 }],
    ['complaints', [filed('1'), filed('2')], 'unresolved-complaints', { unresolvedComplaints: 2 }],
    ['long tenure', [registered(24)], 'tenure', { tenureMonths: 24 }],
    ['tenure', [registered(2)], 'tenure', { tenureMonths: 1 }],
    ['a won deal', [won('a')], 'won-deal', { wonDeals: 1 }],
    ['a deal in progress', [opened('a')], 'deal-in-progress', {}],
  ])('by %s is named', (_, told, rule, parameters) => {
    expect(after(told).change).toMatchObject({ rule, parameters });
  });

  it('is dated by the fact, however late it was loaded', () => {
    expect(after([registered(), won('a', '1996-07-16T00:00:00.000Z')]).change.since).toBe('1996-07-16T00:00:00.000Z');
  });

  it('has no more evidence than a reader can look at', () => {
    const many = { ...thresholds, declining: { ...thresholds.declining, unresolvedComplaints: 50 } };
    const summary = after(
      Array.from({ length: 50 }, (_, index) => filed(`${index}`)),
      { thresholds: many },
    );
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
    ['a wrong number that rang', 'does not count', contact('inbound', 'wrong-number')],
    ['a call that nobody took', 'does not count', contact('outbound', 'not-reached')],
    [
      'a correction of our own file',
      'does not count',
      ['CustomerDataChanged', { changes: [{ field: 'phone', after: '1' }] }],
    ],
    ['a resolution', 'does not count', ['ComplaintResolved', { complaintId: '1' }]],
    ['what is not of the lifecycle', 'does not count', ['OwnerAssigned']],
  ])('%s %s', (_, counts, told) => {
    expect(after([registered(), told]).facts.lastActivityAt).toBe(counts === 'counts' ? day(2) : day(1));
  });

  it('is the latest there ever was', () => {
    expect(after([registered(), won('a', day(-900))]).facts.lastActivityAt).toBe(day(1));
  });
});

describe('silence is due', () => {
  it.each<[string, Told[], string | null]>([
    ['so many days after the last activity', [won('a')], new Date(Date.UTC(2026, 0, 181)).toISOString()],
    ['for a prospect, too', [registered()], new Date(Date.UTC(2026, 0, 181)).toISOString()],
    ['never for the lost', [won('a'), lost], null],
    ['never for who is declining already', [won('a'), silent], null],
    [
      'never where no activity is known',
      [['CustomerDataChanged', { changes: [{ field: 'value.tenureMonths', after: 3 }] }]],
      null,
    ],
  ])('%s', (_, told, due) => {
    expect(silenceDueAt(thresholds, after(told))).toBe(due);
  });
});

it('remembers little, however long the history is', () => {
  const deals = Array.from({ length: 200 }, (_, index) => [opened(`${index}`), won(`${index}`), goesOn(`${index}`)]);
  const { facts } = after(deals.flat());
  expect([facts.won.length, facts.pursued]).toEqual([13, {}]);
});

it('names the types of event that it depends on', () => {
  expect(LIFECYCLE_TYPES).toContain('CustomerFellSilent');
  expect(LIFECYCLE_TYPES).not.toContain('OwnerAssigned');
});

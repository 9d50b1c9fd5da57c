import { advance, type LifecycleSummary, type LifecycleThresholds } from './index.js';

const thresholds: LifecycleThresholds = {
  mature: { wonDeals: 3, withinDays: 365, tenureMonths: 24 },
  declining: { silentDays: 180, unresolvedComplaints: 2 },
};

type Told = readonly [type: string, data: object, occurredAt: string];

const stateAfter = (...told: readonly Told[]) =>
  told
    .map(([type, data, occurredAt], index) => ({ type, data, occurredAt, id: `event-${index}`, position: index + 1 }))
    .reduce<LifecycleSummary | null>((summary, fact) => advance(thresholds, summary, fact), null)!.change.to;

const year = (number: number, month = 0) => new Date(Date.UTC(number, month)).toISOString();
const closedWith = (dealId: string, amount: string, occurredAt: string): Told => [
  'DealClosed',
  { dealId, outcome: 'won', value: { amount } },
  occurredAt,
];
const called = (outcome: string, occurredAt: string): Told => [
  'ContactMade',
  { direction: 'outbound', outcome, response: 'none' },
  occurredAt,
];
const lostAt = (occurredAt: string): Told => ['CustomerLost', { reason: 'moved' }, occurredAt];
const deals = (amount: string, at: string) => ['a', 'b', 'c'].map((dealId) => closedWith(dealId, amount, at));

it('does not call a customer mature for deals of zero value', () =>
  expect(stateAfter(...deals('0.00', year(2026)))).toBe('initial'));

it('does not call a customer mature for deals that are longer ago than the period', () => {
  expect(stateAfter(...deals('10', year(2015)))).toBe('mature');
  expect(stateAfter(...deals('10', year(2015)), called('wrong-number', year(2026)))).toBe('developing');
  expect(stateAfter(...deals('10', year(2015)), called('reached', year(2026)))).toBe('developing');
});

it.each<[string, Told]>([
  ['wins a deal', closedWith('a', '10', year(2026, 2))],
  ['wins a deal without a value', closedWith('a', '0', year(2026, 2))],
  ['places an order', ['OrderPlaced', {}, year(2026, 2)]],
])('takes a lost customer back who %s', (_, told) => expect(stateAfter(lostAt(year(2026, 1)), told)).not.toBe('lost'));

it.each<[string, Told]>([
  ['a deal', closedWith('a', '10', year(2025))],
  ['an order', ['OrderPlaced', {}, year(2025)]],
  ['a lost deal', ['DealClosed', { dealId: 'a', outcome: 'lost', value: { amount: '10' } }, year(2026, 2)]],
])('does not take a lost customer back for %s of before the loss, or one that was not won', (_, told) =>
  expect(stateAfter(lostAt(year(2026, 1)), told)).toBe('lost'),
);

it('does not lose a customer by a loss that was recorded after a later deal', () =>
  expect(stateAfter(closedWith('a', '10', year(2026, 2)), lostAt(year(2026, 1)))).toBe('developing'));

describe('the steps of an open deal', () => {
  const stepped = (to: string, occurredAt: string): Told => ['DealAdvanced', { dealId: 'a', to }, occurredAt];
  const opened: Told = ['DealOpened', { dealId: 'a', step: 'need-found' }, year(2026)];
  const intent = (month: number) => stepped('intent', year(2026, month));
  const back = (month: number) => stepped('contact-and-sample', year(2026, month));

  it('count by when they occurred, in whatever order they are recorded', () => {
    expect(stateAfter(opened, intent(1), back(2))).toBe(stateAfter(opened, back(2), intent(1)));
    expect(stateAfter(opened, back(1), intent(2))).toBe(stateAfter(opened, intent(2), back(1)));
    expect(stateAfter(opened, intent(1), back(2))).not.toBe(stateAfter(opened, back(1), intent(2)));
  });
});

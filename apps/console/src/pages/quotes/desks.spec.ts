import { conditionsOf, DESKS } from './desks.js';

const today = new Date(2026, 11, 28);

it('shows a quote that ends soon among those that are sent, too', () => {
  const { 'validUntil.to': until, ...sent } = conditionsOf('expiring', 'li', today) as Record<string, unknown>;
  expect(until).toBe('2027-01-04');
  expect(sent).toEqual(conditionsOf('sent', 'li', today));
});

it('has an order for every desk', () => {
  expect(DESKS.map((desk) => conditionsOf(desk, 'li', today).sort)).not.toContain(undefined);
});

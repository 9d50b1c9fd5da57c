import fc from 'fast-check';
import { daysIn, periodsIn } from './index.js';

const anyZone = fc.constantFrom('UTC', 'Asia/Shanghai', 'America/Sao_Paulo', 'Pacific/Apia', 'Asia/Kathmandu');
const anyInstant = fc.date({ min: new Date('1980-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });

it.each([
  ['Asia/Shanghai', '2025-12-31T23:30:00.000Z', [2026, '2026-Q1', '2026-01']],
  ['UTC', '2025-12-31T23:30:00.000Z', [2025, '2025-Q4', '2025-12']],
  ['America/Sao_Paulo', '2026-04-01T02:59:59.999Z', [2026, '2026-Q1', '2026-03']],
])('in %s, %s is in %j', (zone, instant, periods) => {
  const { yearOf, quarterOf, monthOf } = periodsIn(zone);
  expect([yearOf(instant), quarterOf(instant), monthOf(instant)]).toEqual(periods);
});

it('has every instant in the month of its day', () =>
  fc.assert(
    fc.property(anyZone, anyInstant, (zone, instant) => {
      const month = periodsIn(zone).monthOf(instant.toISOString());
      expect(daysIn(zone).dayOf(instant).startsWith(`${month}-`)).toBe(true);
    }),
  ));

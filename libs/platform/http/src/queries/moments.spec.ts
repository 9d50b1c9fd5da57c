import { loadConfiguration } from '@annals/configuration';
import { Moments } from './moments.js';

const moments = new Moments(loadConfiguration({ TIME_ZONE: 'Asia/Shanghai' }, {}));

it('begins a day in the time zone of the company', () => {
  expect(moments.at('asOf', '2026-01-01').toISOString()).toBe('2025-12-31T16:00:00.000Z');
  expect(moments.period({ from: '2026-01-01', to: '2026-01-01T00:00:00Z' })).toEqual({
    from: '2025-12-31T16:00:00.000Z',
    to: '2026-01-01T00:00:00.000Z',
  });
});

it('takes either end alone, or none', () => {
  expect(moments.period({})).toEqual({ from: undefined, to: undefined });
  expect(moments.period({ to: '2026-01-01' })).toEqual({ from: undefined, to: '2025-12-31T16:00:00.000Z' });
});

it('names the parameter that is no time', () =>
  expect(() => moments.period({ from: '20260101' })).toThrow(
    expect.objectContaining({ status: 400, code: 'MomentInvalid', details: { field: 'from' } }) as Error,
  ));

it('compares the ends of a period as instants, and shows them as they were sent', () => {
  const sent = { from: '2026-01-01', to: '2026-01-01T05:59:59+14:00' };
  expect(() => moments.period(sent)).toThrow(
    expect.objectContaining({ status: 400, code: 'PeriodInvalid', details: sent }) as Error,
  );
  expect(moments.period({ from: '2026-01-01', to: '2026-01-01' })).toMatchObject({ to: '2025-12-31T16:00:00.000Z' });
});

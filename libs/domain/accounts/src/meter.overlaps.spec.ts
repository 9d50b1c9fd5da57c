import { UsageMetered } from '@annals/contracts-accounts';
import { newEvent } from '@annals/testing';
import fc from 'fast-check';
import { begin, hours, send, type Sent } from '../test/meter-log.js';

const anyPeriod = fc.tuple(fc.nat(120), fc.oneof(fc.integer({ min: 1, max: 24 }), fc.integer({ min: 1, max: 100 })));

it('refuses a period exactly if it overlaps a recorded one, on whatever days both begin and in any order', () =>
  fc.assert(
    fc.asyncProperty(fc.array(anyPeriod, { maxLength: 12 }), async (periods) => {
      const store = await begin();
      const known: Sent[] = [];
      for (const [from, length] of periods) {
        const period = hours(from, length);
        const isKnown = known.some((other) => other.from === period.from && other.to === period.to);
        const isBeside = known.every((other) => other.to <= period.from || period.to <= other.from);
        const expected = isKnown || isBeside ? 'recorded' : 'PeriodsOverlap';
        expect([period, await send(store, 'MeterUsage', period)]).toEqual([period, expected]);
        if (isBeside) known.push(period);
      }
    }),
  ));

it('has one unit on all days, whether the first reading was short or long', async () => {
  for (const [one, other] of [
    [hours(0, 1), hours(500, 1)],
    [hours(0, 1), hours(500, 100)],
    [hours(0, 100), hours(500, 1)],
    [hours(0, 100), hours(500, 100)],
  ] as const) {
    const store = await begin();
    expect(await send(store, 'MeterUsage', one)).toBe('recorded');
    expect(await send(store, 'MeterUsage', { ...other, unit: 'MWh' })).toBe('UnitDiffers');
    expect(await send(store, 'MeterUsage', other)).toBe('recorded');
  }
});

it.each([1, 100])('takes the unit of a correction for that of the register, of %i hours', async (length) => {
  const store = await begin();
  await send(store, 'MeterUsage', hours(0, length));
  expect(await send(store, 'CorrectUsage', { ...hours(0, length), unit: 'MWh' })).toBe('recorded');
  expect(await send(store, 'MeterUsage', { ...hours(500, 1), unit: 'MWh' })).toBe('recorded');
  expect(await send(store, 'MeterUsage', { ...hours(600, 100), unit: 'kWh' })).toBe('UnitDiffers');
});

it('keeps the unit of the register when a quantity is corrected', async () => {
  const store = await begin();
  await send(store, 'MeterUsage', hours(0, 1));
  await send(store, 'MeterUsage', hours(30, 1));
  await send(store, 'CorrectUsage', { ...hours(30, 1), unit: 'MWh' });
  await send(store, 'CorrectUsage', { ...hours(0, 1), quantity: '2' });
  expect(await send(store, 'MeterUsage', { ...hours(60, 1), unit: 'MWh' })).toBe('recorded');
});

it('gives the place of a period that was corrected to nothing to others, and takes it back only if it is free', async () => {
  const store = await begin();
  await send(store, 'MeterUsage', hours(0, 100));
  await send(store, 'CorrectUsage', { ...hours(0, 100), quantity: '0' });
  expect(await send(store, 'MeterUsage', hours(30, 1))).toBe('recorded');
  expect(await send(store, 'MeterUsage', hours(50, 60))).toBe('recorded');
  expect(await send(store, 'CorrectUsage', { ...hours(0, 100), quantity: '3' })).toBe('PeriodsOverlap');
  expect(await send(store, 'CorrectUsage', { ...hours(0, 100), quantity: '0', unit: 'MWh' })).toBe('recorded');
});

it('keeps what took the place of a period that was corrected to nothing', async () => {
  const store = await begin();
  await send(store, 'MeterUsage', hours(0, 2));
  await send(store, 'CorrectUsage', { ...hours(0, 2), quantity: '0' });
  await send(store, 'MeterUsage', hours(0, 1));
  await send(store, 'CorrectUsage', { ...hours(0, 2), quantity: '0', unit: 'MWh' });
  expect(await send(store, 'CorrectUsage', { ...hours(0, 2), quantity: '1', unit: 'MWh' })).toBe('PeriodsOverlap');
});

describe('a longer period that an earlier release recorded in the stream of its first day', () => {
  const old = {
    ...{ meterId: 'm-1', customerId: 'u-1', register: null, from: '2026-01-01T00:00:00.000Z' },
    ...{ to: '2026-02-01T00:00:00.000Z', quantity: '1', unit: 'kWh' },
  };
  const withOld = async () => {
    const store = await begin();
    await store.append('meter-m-1-2026-01-01', -1, [{ ...newEvent('old'), ...UsageMetered.event(old) }]);
    return store;
  };

  it('is known', async () => {
    const store = await withOld();
    expect(await send(store, 'MeterUsage', { ...old, quantity: '2' })).toBe('UsageAlreadyMetered');
    expect(await send(store, 'MeterUsage', hours(5, 1))).toBe('PeriodsOverlap');
    expect(await send(store, 'MeterUsage', hours(-5, 100))).toBe('PeriodsOverlap');
    expect(await send(store, 'MeterUsage', { ...hours(1000, 40), unit: 'MWh' })).toBe('recorded');
  });

  it('is corrected', async () => {
    const store = await withOld();
    expect(await send(store, 'CorrectUsage', { ...old, quantity: '0' })).toBe('recorded');
    expect(await send(store, 'MeterUsage', hours(5, 1))).toBe('recorded');
    expect(await send(store, 'MeterUsage', hours(6, 60))).toBe('recorded');
    expect(await send(store, 'MeterUsage', { ...old, quantity: '2' })).toBe('UsageAlreadyMetered');
  });
});

it('reads as many streams for a reading of one day, however many are recorded', async () => {
  const store = await begin();
  for (let hour = 0; hour < 100; hour += 1) await send(store, 'MeterUsage', hours(hour, 1));
  store.names.clear();
  await send(store, 'MeterUsage', hours(100, 1));
  expect([...store.names].toSorted()).toEqual(['customer-u-1', 'meter-m-1-2026-01-05', 'meter-m-1-periods']);
});

it('refuses a period of more than two years', async () => {
  const store = await begin();
  expect(await send(store, 'MeterUsage', hours(0, 731 * 24))).toBe('recorded');
  expect(await send(store, 'MeterUsage', hours(-50, 731 * 24 + 1))).toBe('PeriodTooLong');
});

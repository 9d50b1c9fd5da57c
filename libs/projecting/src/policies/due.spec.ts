import { until } from '@annals/testing';
import { policyDesk } from '../../test/policies.js';
import { held, shipHeld } from '../../test/shipping.js';

const desk = policyDesk();
const HOUR = 3_600_000; // ms

const shanghai = {
  dayOf: (instant: Date) => new Date(instant.getTime() + 8 * HOUR).toISOString().slice(0, 10),
  startOf: (day: string) => new Date(Date.parse(day) - 8 * HOUR),
};

it('is due on a day as soon as the day begins in its calendar', async () => {
  await desk().told(held('today', '2026-01-01'), held('tomorrow', '2026-01-02'));
  await desk().projected();
  const policy = { ...shipHeld, days: shanghai };
  const { runner } = await desk().process([policy], { patience: 5_000, lookEvery: 24 * HOUR });
  await until(async () => (await desk().shipped()).length === 1);
  await desk().projected();
  expect(await runner.status()).toMatchObject([{ lag: { due: 0 }, next: '2026-01-01T16:00:00.000Z' }]);
  await until(() => desk().time.sleeping.includes(16 * HOUR + 1));
  desk().time.advance(16 * HOUR + 1);
  await until(async () => (await desk().shipped()).length === 2);
  expect(await desk().shipped()).toMatchObject([
    { commandId: 'ship-held/today/2026-01-01', occurredAt: '2025-12-31T16:00:00.000Z' },
    { commandId: 'ship-held/tomorrow/2026-01-02', occurredAt: '2026-01-01T16:00:00.000Z' },
  ]);
});

import { MemoryEventStore } from '@annals/store-memory';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { randomUUID } from 'node:crypto';
import { daysIn } from '@annals/analytics';
import { parcelsApp } from '../../test/parcels.js';

const ZONES = ['Pacific/Kiritimati', 'Asia/Shanghai', 'UTC', 'America/Los_Angeles', 'Pacific/Pago_Pago'];

let app: NestFastifyApplication;
afterEach(() => app.close());

const open = async (timeZone: string) => {
  const store = new MemoryEventStore();
  app = await parcelsApp(store, undefined, { calendar: { timeZone } });
  const send = async (occurredAt: string) => {
    const parcelId = randomUUID();
    const payload = { parcelId, customerId: 'u-1', occurredAt };
    const { statusCode, ...alone } = await app.inject({ method: 'POST', url: '/v1/parcels', payload });
    const row = { type: 'PackParcel', ...payload, parcelId: randomUUID() };
    await app.inject({ method: 'POST', url: '/v1/commands', payload: { commands: [row] } });
    const packed = [...(await store.read(`parcel-${parcelId}`)), ...(await store.read(`parcel-${row.parcelId}`))];
    return { status: statusCode, body: alone.json<object>(), at: packed.map((event) => event.occurredAt) };
  };
  return send;
};

it.each(ZONES)('takes today in %s for now, so that it follows what is recorded of this day', async (zone) => {
  const send = await open(zone);
  const before = Date.now();
  const { status, at } = await send(daysIn(zone).dayOf(new Date()));
  const times = at.map((instant) => Date.parse(instant));
  expect([status, times.length, before <= Math.min(...times), Math.max(...times) <= Date.now()]).toEqual([
    ...[201, 2, true, true],
  ]);
});

it.each(ZONES)('dates the event of an earlier day in %s at its beginning there', async (zone) => {
  const { dayOf, startOf } = daysIn(zone);
  const send = await open(zone);
  const yesterday = dayOf(new Date(Date.now() - 86_400_000));
  const start = startOf(yesterday).toISOString();
  expect(await send(yesterday)).toMatchObject({ status: 201, at: [start, start] });
});

it.each(ZONES)('refuses tomorrow in %s, although it may have begun elsewhere', async (zone) => {
  const send = await open(zone);
  const tomorrow = daysIn(zone).dayOf(new Date(Date.now() + 86_400_000));
  const errors = [{ field: 'occurredAt', rule: 'isPastInstant' }];
  expect(await send(tomorrow)).toMatchObject({ status: 400, body: { code: 'ValidationFailed', errors }, at: [] });
});

it('does not read an instant or a text that is no day in a zone', async () => {
  const send = await open('Asia/Shanghai');
  expect(await send('2026-01-01T07:30:00+08:00')).toMatchObject({ at: Array(2).fill('2025-12-31T23:30:00.000Z') });
  expect(await send('2026-02-30')).toMatchObject({ status: 400, at: [] });
});

import { MemoryEventStore } from '@annals/store-memory';
import { randomUUID } from 'node:crypto';
import { ClosedLog } from '../../test/logs.js';
import { parcelsApp } from '../../test/parcels.js';

const requestTimeout = 0.05; // seconds

const slow = async () => {
  const [events, parcelId] = [new MemoryEventStore(), randomUUID()];
  const log = new ClosedLog(events);
  const app = await parcelsApp(log, undefined, { requestTimeout });
  const send = (url: string, payload: object) => app.inject({ method: 'POST', url, payload });
  return { events, log, app, parcelId, send };
};

it('answers a request that takes too long, and lets its command be done and repeated', async () => {
  const { events, log, app, parcelId, send } = await slow();
  const late = await send('/v1/parcels', { parcelId, customerId: 'c1' });
  expect({ status: late.statusCode, headers: late.headers, body: late.json<object>() }).toMatchObject({
    status: 503,
    headers: { 'retry-after': '1', connection: 'close', 'content-type': 'application/problem+json; charset=utf-8' },
    body: { code: 'TimedOut' },
  });
  log.open();
  expect((await send('/v1/parcels', { parcelId, customerId: 'c1' })).statusCode).toBe(201);
  expect(await events.read(`parcel-${parcelId}`)).toHaveLength(1);
  await app.close();
});

it('begins no more of the commands of a request that was answered', async () => {
  const { events, log, app, parcelId, send } = await slow();
  const commands = [
    { type: 'PackParcel', parcelId, customerId: 'c1' },
    { type: 'SendParcel', parcelId, kilos: 1 },
  ];
  expect((await send('/v1/commands', { commands })).json()).toMatchObject({ status: 503, code: 'TimedOut' });
  log.open();
  await app.close();
  expect((await events.read(`parcel-${parcelId}`)).map(({ type }) => type)).not.toContain('ParcelSent');
});

import { MemoryEventStore } from '@annals/store-memory';
import { randomUUID } from 'node:crypto';
import { ClosedLog } from '../test/logs.js';
import { parcelsApp } from '../test/parcels.js';
import { Admission } from './admission.js';

const turn = () => new Promise((resolve) => setImmediate(resolve));

let clock = 0;
beforeEach(() => (clock = 0));
const admission = (requests: number) => new Admission({ requests, wait: 100 }, () => clock);

it('takes as many at once as there is room for', () => {
  const door = admission(2);
  expect([door.enter(), door.enter(), door.enter()]).toEqual([true, true, false]);
  door.leave();
  expect(door.enter()).toBe(true);
});

it('refuses what has waited too long, until everything that has come in meanwhile is read', async () => {
  const door = admission(100);
  expect(door.enter()).toBe(true);
  clock = 99;
  expect(door.enter()).toBe(true);
  clock = 100;
  expect(door.enter()).toBe(false);
  await turn();
  expect(door.enter()).toBe(true);
});

it('refuses with 503 what there is no room for, tells when to come again, and recovers', async () => {
  const log = new ClosedLog(new MemoryEventStore());
  const app = await parcelsApp(log, undefined, { overload: { requests: 1, wait: 1_000 } });
  const pack = async () =>
    app.inject({ method: 'POST', url: '/v1/parcels', payload: { parcelId: randomUUID(), customerId: 'c1' } });
  const first = pack();
  const second = await pack();
  expect({ headers: second.headers, body: second.json<object>() }).toMatchObject({
    headers: { 'retry-after': '1', 'content-type': 'application/problem+json; charset=utf-8' },
    body: { status: 503, code: 'Overloaded' },
  });
  expect((await app.inject('/health/live')).statusCode).toBe(404); // nobody serves it here, but it was let in
  log.open();
  expect((await first).statusCode).toBe(201);
  expect((await pack()).statusCode).toBe(201);
  await app.close();
});

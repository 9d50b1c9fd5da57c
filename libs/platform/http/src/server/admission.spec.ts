import { MemoryEventStore } from '@annals/store-memory';
import { randomUUID } from 'node:crypto';
import { ClosedLog } from '../../test/logs.js';
import { parcelsApp } from '../../test/parcels.js';
import { Admission } from './admission.js';

const turn = () => new Promise((resolve) => setImmediate(resolve));

let clock = 0;
beforeEach(() => (clock = 0));
const admission = (requests: number) => new Admission({ requests, wait: 100 }, () => clock);

/** How many of 1,000 simultaneous requests are admitted, if each of them takes `ms` milliseconds. */
const wave = async (door: Admission, milliseconds: number) => {
  const inside = Array.from({ length: 1_000 }, () => door.enter()).filter((since) => since !== undefined);
  clock += milliseconds;
  for (const since of inside) door.leave(since);
  await turn();
  return inside.length;
};

it('takes as many at once as there is room for', () => {
  const door = admission(2);
  const [first, second] = [door.enter(), door.enter()];
  expect([first, second, door.enter()]).toEqual([0, 0, undefined]);
  door.leave(first!);
  expect(door.enter()).toBe(0);
});

it('refuses what has waited too long among many, until everything that has come in meanwhile is read', async () => {
  const door = admission(1_000);
  for (let count = 0; count < 63; count += 1) door.enter();
  clock = 100;
  expect([door.enter(), door.enter()]).toEqual([0, undefined]);
  await turn();
  expect(door.enter()).toBe(100);
});

it('takes fewer as long as they take too long, and more again when they do not', async () => {
  const door = admission(1_000);
  const taken = [];
  for (let count = 0; count < 30; count += 1) taken.push(await wave(door, 101));
  expect(taken.slice(0, 4)).toEqual([1_000, 800, 640, 512]);
  expect(taken.at(-1)).toBe(64);
  for (let count = 0; count < 60; count += 1) taken.push(await wave(door, 100));
  expect(taken.at(-1)).toBe(1_000);
});

it('does not mind a few that take long', async () => {
  const door = admission(1_000);
  for (let count = 0; count < 10; count += 1) {
    const slow = [door.enter()!, door.enter()!];
    await wave(door, 10);
    clock += 1_000;
    for (const since of slow) door.leave(since);
    await turn();
  }
  expect(await wave(door, 10)).toBe(1_000);
});

it('refuses with 503 what there is no room for, tells when to come again, and recovers', async () => {
  const log = new ClosedLog(new MemoryEventStore());
  const app = await parcelsApp(log, undefined, { overload: { requests: 1, wait: 1_000 } });
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();
  const headers = { 'content-type': 'application/json', 'accept-language': 'zh' };
  const pack = () =>
    fetch(`${url}/v1/parcels`, {
      ...{ method: 'POST', headers, body: JSON.stringify({ parcelId: randomUUID(), customerId: 'c1' }) },
    });
  const first = pack();
  let second = await pack();
  while (second.status !== 503) second = await pack(); // the first may have come second
  expect(second.headers.get('retry-after')).toBe('1');
  expect(await second.json()).toMatchObject({ status: 503, code: 'Overloaded', title: '服务器过载' });
  expect((await fetch(`${url}/health/live`)).status).toBe(404); // nobody serves it here, but it was let in
  log.open();
  expect((await first).status).toBe(201);
  expect((await pack()).status).toBe(201);
  await app.close();
});

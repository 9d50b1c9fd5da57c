import { SqliteDocumentStore, SqliteEventStore } from '@annals/store-sqlite';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Relay, type RelayOptions } from '../src/index.js';
import { expectedOf, fill, foundIn, publisher } from './logged.js';
import { anyMoment, OwnProcess } from './own-process.js';
import { brokers, eventually, newTopic, readTopic } from './topic.js';

const folder = mkdtempSync(join(tmpdir(), 'annals-relay-'));
const log = new SqliteEventStore({ file: join(folder, 'log.db') });
const store = new SqliteDocumentStore({ file: join(folder, 'views.db') });
const processes: OwnProcess[] = [];

afterEach(() => Promise.all(processes.splice(0).map((each) => each.end('SIGKILL'))));
afterAll(async () => {
  await Promise.all([log.close(), store.close()]);
  rmSync(folder, { recursive: true, force: true });
});

const LANES = 2;
const BATCH = 20;
const optionsFor = (topic: string, owner: string): Omit<RelayOptions, 'publisher'> => ({
  ...{ kafka: { brokers }, topic, owner },
  ...{ partitions: 4, lanes: LANES, batch: BATCH, ttl: 2_000, lookEvery: 10_000 },
});

const inProcess = (relay: Omit<RelayOptions, 'publisher'>, dieAt?: number) => {
  const started = new OwnProcess('relay', { folder, relay, dieAt });
  processes.push(started);
  return started;
};

const isThrough = async (relay: Relay) => {
  const { lanes, lag } = await relay.status();
  return lanes.length === LANES && lag === 0;
};

/** Another process finishes the work. */
const finish = async (topic: string) => {
  const last = new Relay(log, store, { publisher, ...optionsFor(topic, 'last') });
  await last.start();
  await eventually(() => isThrough(last));
  await last.stop();
};

it('loses and doubles nothing, whatever step it is killed at', async () => {
  const topic = newTopic();
  await fill(log, 300);
  for (let dieAt = 1; dieAt <= 40; dieAt += 1) {
    const relay = inProcess(optionsFor(topic, 'dying'), dieAt);
    await fill(log, 20);
    await eventually(() => relay.isDead);
  }
  await finish(topic);
  expect(foundIn(await readTopic(topic))).toEqual(await expectedOf(log));
});

it('loses and doubles nothing when it is killed at any time', async () => {
  const topic = newTopic();
  await fill(log, 2_000);
  for (let round = 0; round < 10; round += 1) {
    const relay = inProcess(optionsFor(topic, 'dying'));
    await relay.started();
    await Promise.all([fill(log, 200), anyMoment(1_500)]);
    await relay.end('SIGKILL');
  }
  await finish(topic);
  expect(foundIn(await readTopic(topic))).toEqual(await expectedOf(log));
});

it('is replaced by another process when it dies', async () => {
  const topic = newTopic();
  const dying = inProcess(optionsFor(topic, 'dying'));
  await dying.started();
  const other = new Relay(log, store, { publisher, ...optionsFor(topic, 'other') });
  await other.start();
  await eventually(async () => (await other.status()).lanes.length === 1);
  await fill(log, 500);
  await dying.end('SIGKILL');
  await eventually(() => isThrough(other));
  await other.stop();
  expect(foundIn(await readTopic(topic))).toEqual(await expectedOf(log));
});

it('sends nothing more when it wakes after another process has taken its lanes, but what it was about to write', async () => {
  const topic = newTopic();
  const sleeper = inProcess(optionsFor(topic, 'sleeper'));
  await sleeper.started();
  await Promise.all([fill(log, 2_000), anyMoment(1_000)]);
  sleeper.sleep();
  const other = new Relay(log, store, { publisher, ...optionsFor(topic, 'other') });
  await other.start();
  await eventually(() => isThrough(other));
  sleeper.wake();
  await fill(log, 1_000);
  await eventually(async () => (await other.status()).lanes.length === 1);
  await sleeper.end('SIGTERM');
  await eventually(() => isThrough(other));
  await other.stop();
  const there = await readTopic(topic);
  const first = new Map(there.toReversed().map((message) => [message.headers['ce_id'], message]));
  const once = there.filter((message) => first.get(message.headers['ce_id']) === message);
  expect(foundIn(once)).toEqual(await expectedOf(log));
  expect(there.length - once.length).toBeLessThanOrEqual(LANES * BATCH);
});

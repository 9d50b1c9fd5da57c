import { loadKeys } from '@annals/auth';
import { SqliteEventStore, SqliteRecordStore } from '@annals/store-sqlite';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { CUSTOMERS, leadAndTask } from './desks.mjs';
import { chance } from './statistics.mjs';
import { customerId, STORY } from './story.mjs';

export const START = Date.parse('2023-01-01T00:00:00.000Z');
const BLOCK = 1_000; // customers whose events are interleaved
const ID = { contacts: 'customerId' };

const hex = (random) =>
  Math.floor(random() * 0x1_0000_0000)
    .toString(16)
    .padStart(8, '0');

const uuid = (random) => {
  const text = hex(random) + hex(random) + hex(random) + hex(random);
  return `${text.slice(0, 8)}-${text.slice(8, 12)}-5${text.slice(13, 16)}-a${text.slice(17, 20)}-${text.slice(20)}`;
};

/** Appends of one event each; the same in every run. A step gives, for a time, the kind of its stream and its event. */
function* appends(upTo, steps) {
  const random = chance(1);
  const revisions = new Map();
  let count = 0;
  for (const { subject, step } of steps) {
    if (count === upTo) return;
    const time = new Date(START + count * 1_000).toISOString();
    const [kind, event] = step(time);
    const stream = `${kind}-${event.data[ID[kind] ?? `${kind}Id`]}`;
    const expected = revisions.get(stream) ?? -1;
    const commandId = uuid(random);
    const origin = { commandId, actor: 'user-1', occurredAt: time, correlationId: commandId, causationId: commandId };
    const stamped = { ...event, ...origin, source: 'http', id: uuid(random), subject };
    revisions.set(stream, expected + 1);
    count += 1;
    yield { stream, expected, events: [stamped] };
  }
}

/** Customers in blocks; within a block all take a step before any takes the next one. */
function* interwoven(customers, steps) {
  for (let from = 0; from < customers; from += BLOCK)
    for (let step = 0; step < steps; step += 1)
      for (let number = from; number < Math.min(from + BLOCK, customers); number += 1) yield [number, step];
}

function* told(pairs) {
  for (const [number, step] of pairs)
    yield { subject: customerId(number), step: (time) => STORY[step % STORY.length](number, step, time) };
}

/** Complete stories with a total of `events` events. */
export const stories = (events) => appends(events, told(interwoven(Math.ceil(events / STORY.length), STORY.length)));

/** Many customers with only a profile, the first `storied` with a story; `contacts` has numbers of further contacts of the first customers. */
export function* customers(count, { storied = 0, contacts = [] } = {}) {
  function* pairs() {
    yield* interwoven(storied, STORY.length);
    for (let number = storied; number < count; number += 1) yield [number, 0];
    for (const [number, most] of contacts.entries())
      for (let left = most; left > 0; left -= 1) yield [number, 2 + left * STORY.length];
  }
  yield* appends(Infinity, told(pairs()));
}

/** Leads and tasks, `count` of each, after the customers that the tasks are for. */
export function* desks(count) {
  function* steps() {
    yield* told(interwoven(CUSTOMERS, 1));
    for (let number = 0; number < count; number += 1) yield* leadAndTask(number);
  }
  yield* appends(Infinity, steps());
}

/** Writes into an empty log; appends of the same stream run one after the other. */
export const fill = async (log, all, together = 1_000) => {
  let group = [];
  for (const { stream, expected, events } of all) {
    group.push(log.append(stream, expected, events));
    if (group.length === together) await Promise.all(group.splice(0));
  }
  await Promise.all(group);
};

/** Writes a log into a data folder, with keys for it. */
export const write = async (dataDir, all) => {
  mkdirSync(dataDir, { recursive: true });
  const log = new SqliteEventStore({ file: join(dataDir, 'events.db') });
  await fill(log, all);
  await log.close();
  await writeKeys(dataDir);
};

/** Writes keys for a log into an existing data folder. */
export const writeKeys = async (dataDir) => {
  const records = new SqliteRecordStore({ file: join(dataDir, 'records.db') });
  await loadKeys(records);
  await records.close();
};

import { NO_STREAM } from '@annals/event-sourcing';
import { MemoryEventStore } from '@annals/store-memory';
import { eventStoreContract, named, namesOf } from '@annals/testing';
import { EventStoreDbServer } from '@annals/eventstoredb-server';
import { EventStoreDBClient } from '@eventstore/db-client';
import { randomUUID } from 'node:crypto';
import { appendEach, desk, PATIENT } from './desk.js';
import { LogOfItsOwn } from './log-of-its-own.js';
import { EventStoreDbEventStore } from '../src/eventstoredb-event-store.js';

describe('EventStoreDbEventStore', () => {
  let server: EventStoreDbServer;
  beforeEach(async () => {
    server = await EventStoreDbServer.start({ log: new MemoryEventStore() });
  });
  afterEach(() => server.stop());
  eventStoreContract(() => () => new EventStoreDbEventStore({ url: server.url, ...PATIENT }), { oneWriter: false });
});

describe('EventStoreDbEventStore, on a server that has been used before', () => {
  const given = process.env['EVENT_STORE_URL'];
  let server: EventStoreDbServer | undefined;
  beforeAll(async () => {
    if (given === undefined) server = await EventStoreDbServer.start({ log: new MemoryEventStore() });
  });
  afterAll(() => server?.stop());

  const newLog = () => {
    const name = `contract-${randomUUID()}`;
    let begin: Promise<number> | undefined;
    return () => {
      const log = new EventStoreDbEventStore({ url: given ?? server!.url, ...PATIENT });
      return new LogOfItsOwn(log, name, () => (begin ??= log.head()));
    };
  };
  eventStoreContract(newLog, { oneWriter: false });
});

describe('What EventStoreDB holds', () => {
  const { serve, open, follow } = desk();

  it('shows other clients who caused an event, under the names that they expect', async () => {
    const server = await serve();
    const event = { ...named('1'), reason: 'a wish', correlationId: 'first', causationId: 'second' };
    const store = open(server.url);
    await store.append('a', NO_STREAM, [event]);
    const client = EventStoreDBClient.connectionString(server.url);
    const [found] = await Array.fromAsync(client.readStream('a'));
    const { id, type, data, ...metadata } = event;
    const { correlationId, causationId, ...others } = metadata;
    expect(found!.event).toMatchObject({ id, type, data, isJson: true, streamId: 'a', revision: 0n });
    const names = { $correlationId: correlationId, $causationId: causationId };
    expect(found!.event!.metadata).toEqual({ ...others, ...names, annals: await store.identity() });
    await client.dispose();
  });

  it('may have more than a page of foreign events after the last one of Annals', async () => {
    const server = await serve();
    const store = open(server.url);
    await appendEach(store, '1');
    const head = await store.head();
    await server.put('$stats', '$statsCollected', ...Array.from({ length: 1_100 }, () => '{}'));
    expect(await store.head()).toBe(head);
    expect(await store.head()).toBe(head);
    expect(namesOf((await Array.fromAsync(store.readAll(0))).flat())).toEqual(['1']);
    await appendEach(store, '2');
    expect(namesOf((await Array.fromAsync(store.readAll(head))).flat())).toEqual(['2']);
  });

  it('is read from any number on, although it can begin at events only', async () => {
    const server = await serve();
    const store = open(server.url);
    await appendEach(store, '1', '2', '3');
    const [, second] = (await Array.fromAsync(store.readAll(0))).flat();
    for (const [after, names] of [
      [second!.position - 2, ['2', '3']],
      [second!.position - 1, ['2', '3']],
      [second!.position, ['3']],
      [second!.position + 1, ['3']],
      [second!.position + 2, ['3']],
      [1, ['1', '2', '3']],
    ] as const) {
      expect(namesOf((await Array.fromAsync(store.readAll(after))).flat())).toEqual(names);
      expect(await follow(store, after).heard(names.length)).toEqual(names);
    }
  });

  it('may be older than what was seen of it, once a backup was restored', async () => {
    const [before, after] = [await serve(), await serve()];
    const store = open(before.url);
    await appendEach(store, '1', '2');
    const head = await store.head();
    await before.stop();
    await appendEach(open(after.url), '1');
    await serve({ log: after.records, port: before.port });
    expect(await store.head()).toBeLessThan(head);
    const { heard } = follow(store, head);
    await appendEach(store, '2', '3');
    expect(await heard(1)).toEqual(['3']);
  });
});

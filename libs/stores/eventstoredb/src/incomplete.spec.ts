import { HistoryIncomplete, NO_STREAM, UpcastingEventStore } from '@annals/event-sourcing';
import { named } from '@annals/testing';
import { EventStoreDBClient } from '@eventstore/db-client';
import { AgedLog, credentials, desk, PATIENT } from '../test/desk.js';

const { serve, open } = desk();

/** A stream of three events, and what an administrator of the server can do to it. */
const stage = async () => {
  const server = await serve();
  const { url } = server;
  const store = open(url, PATIENT);
  await store.append('a', NO_STREAM, [named('1'), named('2'), named('3')]);
  return { server, store: new UpcastingEventStore(store, []), client: EventStoreDBClient.connectionString(url) };
};

type Act = (client: EventStoreDBClient) => Promise<unknown>;

it.each<[string, string, Act]>([
  ['tombstoned', 'deleted', (client) => client.tombstoneStream('a')],
  ['soft-deleted', 'deleted', (client) => client.deleteStream('a')],
  ['truncated', 'truncated', (client) => client.setStreamMetadata('a', { truncateBefore: 1 }, { credentials })],
  ['limited in number', 'truncated', (client) => client.setStreamMetadata('a', { maxCount: 1 }, { credentials })],
])('refuses a stream that was %s', async (_, found, act) => {
  const { store, client } = await stage();
  expect(await store.read('a')).toHaveLength(3);
  await act(client);
  await client.dispose();
  await expect(store.read('a')).rejects.toThrow(HistoryIncomplete);
  await expect(store.read('a')).rejects.toMatchObject({ stream: 'a', found });
  expect(await store.read('b')).toEqual([]);
});

it('refuses a stream that the server limits in age', async () => {
  const server = await serve({ log: new AgedLog('a', 2) });
  const store = new UpcastingEventStore(open(server.url), []);
  await store.append('a', NO_STREAM, [named('1'), named('2'), named('3')]);
  const client = EventStoreDBClient.connectionString(server.url);
  await client.setStreamMetadata('a', { maxAge: 3_600 }, { credentials });
  await client.dispose();
  await expect(store.read('a')).rejects.toMatchObject({ stream: 'a', found: 'truncated' });
});

it.each<[string, Act]>([
  ['has a tombstone', (client) => client.tombstoneStream('a')],
  ['was soft-deleted', (client) => client.deleteStream('a')],
])('begins nothing anew on a stream that %s, though nobody has read it', async (_, act) => {
  const { store, server, client } = await stage();
  await act(client);
  await client.dispose();
  const records = await server.records.head();
  await expect(store.append('a', NO_STREAM, [named('4')])).rejects.toThrow(HistoryIncomplete);
  expect(await server.records.head()).toBe(records);
});

it('says so of what was deleted between the look at a stream and the append', async () => {
  const { store, server, client } = await stage();
  expect(await store.read('b')).toEqual([]); // as a command does
  await open(server.url).append('b', NO_STREAM, [named('4')]);
  await client.deleteStream('b');
  await client.dispose();
  await expect(store.append('b', NO_STREAM, [named('5')])).rejects.toMatchObject({ stream: 'b', found: 'deleted' });
});

it('looks at the metadata of a stream that does not exist once for a whole command', async () => {
  const { store, server, client } = await stage();
  await client.dispose();
  const before = server.faults.count('read');
  for (let time = 0; time < 3; time += 1) await store.read('b');
  await store.append('b', NO_STREAM, [named('4')]);
  expect(server.faults.count('read') - before).toBe(5); // the stream, its metadata, and where the log ends; twice what is new
});

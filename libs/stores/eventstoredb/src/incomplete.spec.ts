import { HistoryIncomplete, NO_STREAM, UpcastingEventStore } from '@annals/event-sourcing';
import { named } from '@annals/testing';
import { EventStoreDBClient } from '@eventstore/db-client';
import { desk } from '../test/desk.js';

const { serve, open } = desk();

// With credentials of a call, the driver appends by a separate call.
const credentials = { username: 'admin', password: 'changeit' };

/** A stream of three events, and what an administrator of the server can do to it. */
const stage = async () => {
  const { url } = await serve();
  const store = open(url);
  await store.append('a', NO_STREAM, [named('1'), named('2'), named('3')]);
  return { store: new UpcastingEventStore(store, []), client: EventStoreDBClient.connectionString(url) };
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

it('begins nothing anew on a stream with a tombstone', async () => {
  const { store, client } = await stage();
  await client.tombstoneStream('a');
  await client.dispose();
  await expect(store.append('a', NO_STREAM, [named('4')])).rejects.toThrow(HistoryIncomplete);
});

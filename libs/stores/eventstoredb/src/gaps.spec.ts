import { NO_STREAM } from '@annals/event-sourcing';
import { named } from '@annals/testing';
import { EventStoreDBClient, type StreamMetadata } from '@eventstore/db-client';
import { credentials, desk, PATIENT } from '../test/desk.js';

const { serve, open } = desk();

/** Two streams of Annals with three events each, one of another program, and what an administrator of the server may do. */
const stage = async () => {
  const server = await serve();
  const store = open(server.url, PATIENT);
  for (const name of ['a', 'b+(c)']) await store.append(name, NO_STREAM, [named('1'), named('2'), named('3')]);
  for (let count = 0; count < 3; count += 1) await server.put('order-1', 'OrderPlaced', '{}');
  return { server, store, client: EventStoreDBClient.connectionString(server.url) };
};

type Act = (client: EventStoreDBClient, stream: string) => Promise<unknown>;

const tombstoned: Act = (client, stream) => client.tombstoneStream(stream);
const softDeleted: Act = (client, stream) => client.deleteStream(stream);
const limited =
  (metadata: StreamMetadata): Act =>
  (client, stream) =>
    client.setStreamMetadata(stream, metadata, { credentials });

const ACTS: readonly (readonly [string, 'deleted' | 'truncated' | undefined, Act])[] = [
  ['tombstoned', 'deleted', tombstoned],
  ['soft-deleted', 'deleted', softDeleted],
  ['truncated', 'truncated', limited({ truncateBefore: 2 })],
  ['limited in number', 'truncated', limited({ maxCount: 1 })],
  ['limited to more than it has', undefined, limited({ maxCount: 9 })],
  ['given rights only', undefined, limited({ acl: { readRoles: ['$admins'] } })],
];

const found = async (store: ReturnType<typeof open>) => Array.fromAsync(store.gaps());

it('finds nothing in a log that nobody has touched', async () => {
  const { store, client } = await stage();
  await client.dispose();
  expect(await found(store)).toEqual([]);
});

it.each(ACTS)(
  'finds a stream of Annals that was %s, before anybody reads it, and none of other programs',
  async (...row) => {
    const [, lacks, act] = row;
    const { server, client } = await stage();
    for (const stream of ['b+(c)', 'order-1']) await act(client, stream);
    await client.dispose();
    const expected = [{ kind: 'StreamIncomplete', stream: 'b+(c)', found: lacks, type: 'Noted', subject: 'customer' }];
    expect(await found(open(server.url))).toMatchObject(lacks ? expected : []);
  },
);

it('still finds a stream that was soft-deleted after a scavenge', async () => {
  const { server, client, store } = await stage();
  await softDeleted(client, 'a');
  await server.scavenge();
  await client.dispose();
  expect(await found(store)).toMatchObject([{ stream: 'a', found: 'deleted' }]);
});

it('finds nothing in a stream whose limit was lifted', async () => {
  const { client, store } = await stage();
  for (const metadata of [{ truncateBefore: 2 }, {}]) await limited(metadata)(client, 'a');
  await client.dispose();
  expect(await found(store)).toEqual([]);
});

it('ends early when its signal aborts', async () => {
  const { client, store } = await stage();
  await softDeleted(client, 'a');
  await client.dispose();
  expect(await Array.fromAsync(store.gaps(AbortSignal.abort()))).toEqual([]);
});

it('reads only what says that streams were deleted or limited, however long the log is', async () => {
  const { server, store, client } = await stage();
  await client.dispose();
  const before = server.faults.count('read');
  await found(store);
  expect(server.faults.count('read') - before).toBe(1);
});

import { NO_STREAM } from '@annals/event-sourcing';
import { MemoryEventStore } from '@annals/store-memory';
import { named, namesOf } from '@annals/testing';
import { EventStoreDBClient } from '@eventstore/db-client';
import fc from 'fast-check';
import { credentials, desk } from '../test/desk.js';
import { knownStreams } from '../test/known-streams.js';

const servers = desk();
const { serve, open, clear } = servers;
const stage = () => knownStreams(servers);

describe('What a store has read before', () => {
  const streams = fc.constantFrom('a', 'b', 'c');
  const turn = fc.oneof(
    { weight: 6, arbitrary: fc.record({ act: fc.constant('append' as const), by: fc.nat(1), stream: streams }) },
    { weight: 8, arbitrary: fc.record({ act: fc.constant('read' as const), by: fc.nat(1), stream: streams }) },
    {
      weight: 1,
      arbitrary: fc.record({
        act: fc.constantFrom('drop', 'restart', 'foreign', 'cut'),
        by: fc.nat(1),
        stream: streams,
      }),
    },
  );

  it('is never shown without what is in the log by then, whatever happens', async () => {
    await fc.assert(
      fc
        .asyncProperty(fc.array(turn, { minLength: 20, maxLength: 60 }), async (turns) => {
          const { server, store, other } = await stage();
          const stores = [store, other];
          const lengths = new Map([...'abc'].map((stream) => [stream, 1]));
          for (const { act, by, stream } of turns) {
            const length = lengths.get(stream)!;
            if (act === 'append') {
              await stores[by]!.append(stream, length - 1, [named(`${stream}${length}`)]);
              lengths.set(stream, length + 1);
            }
            if (act === 'drop') server.drop();
            if (act === 'cut') server.faults.next('read', 'cut after commit');
            if (act === 'restart') await server.restart();
            if (act === 'foreign') await server.put('order-1', 'OrderPlaced', '{}', '{');
            const names = Array.from({ length: lengths.get(stream)! }, (_, index) => `${stream}${index}`);
            const after = by - 1;
            if (act === 'read') expect(namesOf(await stores[by]!.read(stream, after))).toEqual(names.slice(after + 1));
          }
        })
        .afterEach(clear),
      { numRuns: 15 },
    );
  });

  it('is forgotten when the server has another log, as after a restored backup', async () => {
    const { server, store } = await stage();
    const { port } = server;
    await server.stop();
    const restored = await serve({ log: new MemoryEventStore(), port });
    const writer = open(restored.url);
    for (const stream of ['a', 'b', 'c']) await writer.append(stream, NO_STREAM, [named(`other ${stream}`)]);
    expect(namesOf(await store.read('a'))).toEqual(['other a']);
    expect(namesOf(await store.read('b'))).toEqual(['other b']);
  });

  it.each([
    [
      'truncated',
      (client: EventStoreDBClient) => client.setStreamMetadata('a', { truncateBefore: 1 }, { credentials }),
    ],
    ['deleted', (client: EventStoreDBClient) => client.tombstoneStream('a', { credentials })],
  ])('is read anew when its stream was %s', async (_, act) => {
    const { server, store } = await stage();
    await store.append('a', 0, [named('a1')]);
    await store.read('a');
    const client = EventStoreDBClient.connectionString(server.url);
    await act(client);
    await client.dispose();
    const read: readonly string[] = await store.read('a').then(namesOf, () => []);
    expect(read).not.toContain('a0');
  });

  it('has what is appended while its stream is read', async () => {
    const { server, store, other } = await stage();
    await store.append('d', NO_STREAM, [named('d0')]);
    server.faults.next('read', 'hold');
    const reading = store.read('d');
    await server.faults.called('read', 1);
    await other.append('d', 0, [named('d1')]);
    await store.read('a'); // goes through what is new meanwhile
    server.faults.release();
    await reading;
    expect(namesOf(await store.read('d'))).toEqual(['d0', 'd1']);
  });
});

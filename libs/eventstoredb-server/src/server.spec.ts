import { MemoryEventStore } from '@annals/store-memory';
import {
  BACKWARDS,
  END,
  EventStoreDBClient,
  eventTypeFilter,
  jsonEvent,
  streamNameFilter,
  type Position,
} from '@eventstore/db-client';
import { once } from 'node:events';
import { EventStoreDbServer } from './server.js';

const credentials = { username: 'annals', password: 'secret' };

describe('The EventStoreDB for tests', () => {
  let server: EventStoreDbServer;
  let client: EventStoreDBClient;

  beforeEach(async () => {
    server = await EventStoreDbServer.start({ log: new MemoryEventStore() });
    client = EventStoreDBClient.connectionString(server.url);
  });
  afterEach(async () => {
    await client.dispose();
    await server.stop();
  });

  const noted = (note: string, type = 'Noted') => jsonEvent({ type, data: { note } });
  const append = (stream: string, ...notes: readonly string[]) =>
    client.appendToStream(
      stream,
      notes.map((note) => noted(note)),
      { credentials },
    );
  const notes = async (found: AsyncIterable<{ event?: { data: unknown } }>) =>
    (await Array.fromAsync(found)).map(({ event }) => (event!.data as { note: string }).note);
  const ours = { fromPosition: { commit: 300n, prepare: 300n } };

  /** The next `count` events of a subscription. */
  const take = async (subscription: AsyncIterable<{ event?: { data: unknown } }>, wanted: number) => {
    const found: string[] = [];
    for await (const { event } of subscription) {
      found.push((event!.data as { note: string }).note);
      if (found.length === wanted) break;
    }
    return found;
  };

  it('reads streams and the whole log both ways', async () => {
    await append('a', '1', '2');
    await append('b', '3');
    expect(await notes(client.readStream('a'))).toEqual(['1', '2']);
    expect(await notes(client.readStream('a', { fromRevision: 1n }))).toEqual(['2']);
    expect(await notes(client.readStream('a', { direction: BACKWARDS, fromRevision: END }))).toEqual(['2', '1']);
    expect(await notes(client.readAll(ours))).toEqual(['1', '2', '3']);
    const back = { direction: BACKWARDS, fromPosition: END } as const;
    expect(await notes(client.readAll({ ...back, maxCount: 2 }))).toEqual(['3', '2']);
    await expect(notes(client.readStream('c'))).rejects.toMatchObject({ type: 'stream-not-found', streamName: 'c' });
  });

  it('recognises repeated events only with the same expected revision', async () => {
    const events = [noted('1'), noted('2')];
    const first = await client.appendToStream('a', events, { credentials, expectedRevision: 'no_stream' });
    expect(await client.appendToStream('a', events, { credentials, expectedRevision: 'no_stream' })).toEqual(first);
    const conflict = client.appendToStream('a', [events[1]!], { credentials, expectedRevision: 'no_stream' });
    await expect(conflict).rejects.toMatchObject({ type: 'wrong-expected-version', actualVersion: 1n });
    await client.appendToStream('a', events, { credentials, expectedRevision: 1n });
    expect(await notes(client.readStream('a'))).toEqual(['1', '2', '1', '2']);
  });

  it('hides a deleted stream until it is written to again, with continued revisions', async () => {
    await append('a', '1', '2');
    await client.deleteStream('a', { expectedRevision: 1n });
    await expect(notes(client.readStream('a'))).rejects.toMatchObject({ type: 'stream-not-found' });
    const again = await client.appendToStream('a', [noted('3')], { credentials, expectedRevision: 'no_stream' });
    expect(again.nextExpectedRevision).toBe(2n);
    expect(await notes(client.readStream('a'))).toEqual(['3']);
    await expect(client.deleteStream('a', { expectedRevision: 7n })).rejects.toMatchObject({ actualVersion: 2n });
  });

  it('never accepts or shows events of a stream with a tombstone', async () => {
    await append('a', '1');
    await client.tombstoneStream('a');
    const deleted = { type: 'stream-deleted', streamName: 'a' };
    await expect(append('a', '2')).rejects.toMatchObject(deleted);
    await expect(notes(client.readStream('a'))).rejects.toMatchObject(deleted);
    await expect(client.tombstoneStream('a')).rejects.toMatchObject(deleted);
  });

  it('sends the events of a stream, then new ones', async () => {
    await append('a', '1', '2');
    const taking = take(client.subscribeToStream('a', { fromRevision: 0n }), 2);
    await append('b', '3');
    await append('a', '4');
    expect(await taking).toEqual(['2', '4']);
  });

  it('sends the filtered events of the whole log, and reports when it has caught up', async () => {
    await client.appendToStream('a', [noted('1'), noted('2', 'Filed')], { credentials });
    const byType = client.subscribeToAll({ filter: eventTypeFilter({ prefixes: ['Fil'] }) });
    const byStream = client.subscribeToAll({ filter: streamNameFilter({ regex: '^b' }) });
    await once(byType, 'caughtUp');
    await append('b', '3');
    await client.appendToStream('a', [noted('4', 'Filed')], { credentials });
    expect(await take(byType, 2)).toEqual(['2', '4']);
    expect(await take(byStream, 1)).toEqual(['3']);
  });

  it('reports the position to a filtered subscription after each window', async () => {
    const reached: Position[] = [];
    const filter = eventTypeFilter({
      regex: 'Filed',
      maxSearchWindow: 2,
      checkpointInterval: 2,
      checkpointReached: (_, position) => void reached.push(position),
    });
    const subscription = client.subscribeToAll({ ...ours, filter });
    await once(subscription, 'caughtUp');
    await append('a', '1', '2', '3', '4', '5');
    await client.appendToStream('a', [noted('6', 'Filed')], { credentials });
    expect(await take(subscription, 1)).toEqual(['6']);
    expect(reached).toEqual([{ commit: 600n, prepare: 600n }]);
  });

  it('skips the first record at the start of a subscription', async () => {
    await append('a', '1', '2');
    const taking = take(client.subscribeToAll({ fromPosition: { commit: 300n, prepare: 0n } }), 1);
    expect(await taking).toEqual(['2']);
  });
});

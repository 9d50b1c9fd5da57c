import { BACKWARDS, eventTypeFilter, jsonEvent, type EventStoreDBClient } from '@eventstore/db-client';
import { AgedLog } from '../test/aged-log.js';
import { at, BEGIN, credentials, notesOf, stage, typesOf } from '../test/stage.js';
import { VERSIONS, type Version } from './versions.js';

const { start, append } = stage();
const noted = (length: number) => jsonEvent({ type: 'Noted', data: { note: 'x'.repeat(length) } });

describe.each(Object.keys(VERSIONS) as readonly Version[])('EventStoreDB %s', (version) => {
  it('fails at a position inside a record, and has nothing behind the end', async () => {
    const { client } = await start({ version });
    await append('a', '1');
    const inside = notesOf(client.readAll(at(201n)));
    await expect(inside).rejects.toMatchObject({ type: 'unknown', code: 2 });
    await expect(inside).rejects.toThrow(VERSIONS[version].misplaced);
    expect(await notesOf(client.readAll(at(301n)))).toEqual([]);
    expect(await notesOf(client.readAll(at(12_345n)))).toEqual([]);
  });

  it('keeps events of deleted and truncated streams in the whole log until a scavenge, and all positions', async () => {
    const { server, client } = await start({ version });
    for (const [stream, ...notes] of ['a12', 'b34', 'c56', 'd7']) await append(stream!, ...notes);
    await client.tombstoneStream('a');
    await client.deleteStream('b');
    await client.setStreamMetadata('c', { truncateBefore: 1 }, { credentials });
    const before = await placesOf(client);
    expect([...before.keys()]).toEqual(['1', '2', '3', '4', '5', '6', '7']);

    await server.scavenge();
    const after = await placesOf(client);
    // The last event of a stream without a tombstone stays, as it has the revision.
    expect([...after.keys()]).toEqual(['4', '6', '7']);
    for (const [note, place] of after) expect(before.get(note)).toBe(place);
    expect(await notesOf(client.readAll({ ...at(before.get('1')!), maxCount: 1 }))).toEqual(['4']);
    const back = { direction: BACKWARDS, ...at(before.get('6')!), maxCount: 1 } as const;
    expect(await notesOf(client.readAll(back))).toEqual(['4']);
  });
});

/** The position of each note in the whole log. */
const placesOf = async (client: EventStoreDBClient) => {
  const events = (await Array.fromAsync(client.readAll(BEGIN))).map(({ event }) => event!);
  const those = events.filter(({ type }) => type === 'Noted');
  return new Map(those.map(({ data, position }) => [(data as { readonly note: string }).note, position.commit]));
};

it('refuses an append or an event that is too large, by version', async () => {
  const old = await start({ version: '23.10.6' });
  await expect(old.client.appendToStream('a', noted(1_048_577), { credentials })).rejects.toMatchObject({
    ...{ type: 'maximum-append-size-exceeded', code: 3, maxAppendSize: 1_048_576 },
  });

  const { server, client } = await start({ version: '26.1.0' });
  expect((await client.appendToStream('a', noted(1_048_577), { credentials })).success).toBe(true);
  server.traits = { ...server.traits, largestEvent: 1_000 };
  const refused = { type: 'unknown', code: 3 };
  await expect(client.appendToStream('a', noted(1_001), { credentials })).rejects.toMatchObject(refused);
});

it('refuses a message that is larger than those that it reads', async () => {
  const { server, client } = await start({ version: '26.1.0' });
  server.traits = { ...server.traits, largestMessage: 1_000 };
  await server.restart();
  await expect(client.appendToStream('a', noted(1_001), { credentials })).rejects.toMatchObject({ code: 8 });
});

it('moves the end of the log by its own statistics', async () => {
  const { server, client } = await start();
  await append('a', '1');
  await server.collectStats();
  expect(await typesOf(client.readAll(BEGIN))).toEqual(['Noted', '$statsCollected']);
});

it('has links in the log, which it resolves on demand, also those of deleted events', async () => {
  const { server, client } = await start();
  await append('a', '1');
  await append('b', '2');
  for (const stream of ['a', 'b']) await server.link('$ce-a', { stream, revision: 0 });
  await client.tombstoneStream('b');
  expect(await typesOf(client.readAll({ ...at(500n), maxCount: 2 }))).toEqual(['$>', '$>']);
  const resolved = await Array.fromAsync(client.readStream('$ce-a', { resolveLinkTos: true }));
  expect(resolved.map(({ event, link }) => [event?.type, link?.type])).toEqual([
    ['Noted', '$>'],
    [undefined, '$>'],
  ]);
});

it('begins a stream behind the events that are older than its $maxAge, which stay in the whole log', async () => {
  const { client } = await start({ log: new AgedLog('a', 2) });
  await append('a', '1', '2', '3');
  expect(await notesOf(client.readStream('a'))).toEqual(['1', '2', '3']);
  await client.setStreamMetadata('a', { maxAge: 3_600 }, { credentials });
  const [first, ...others] = await Array.fromAsync(client.readStream('a', { fromRevision: 0n }));
  expect(first?.event).toMatchObject({ revision: 2n, data: { note: '3' } });
  expect(others).toEqual([]);
  expect(await notesOf(client.readAll({ ...BEGIN, maxCount: 3 }))).toEqual(['1', '2', '3']);
});

it('refuses an append that an option of the driver would have return', async () => {
  const { client } = await start();
  await append('a', '1');
  const conflict = { type: 'wrong-expected-version', actualVersion: 0n };
  for (const caller of [{ credentials }, {}]) {
    const options = { ...caller, expectedRevision: 'no_stream', throwOnAppendFailure: false } as const;
    await expect(client.appendToStream('a', noted(1), options)).rejects.toMatchObject(conflict);
  }
});

it('gets no filter from reads of the driver, and one from subscriptions', async () => {
  const { client } = await start();
  await append('a', '1');
  await client.appendToStream('a', jsonEvent({ type: 'Filed', data: { note: '2' } }), { credentials });
  const filter = eventTypeFilter({ prefixes: ['Fil'] });
  const filtered = { ...BEGIN, filter };
  expect(await notesOf(client.readAll(filtered))).toEqual(['1', '2']);
  for await (const { event } of client.subscribeToAll({ filter })) {
    expect(event!.type).toBe('Filed');
    break;
  }
});

it('answers nothing while it is frozen, and when it thaws what is still asked for', async () => {
  const { server, client } = await start();
  await append('a', '1');
  server.faults.freeze();
  const patient = notesOf(client.readStream('a'));
  const hasty = client.appendToStream('a', noted(1), { credentials, deadline: 100 });
  await expect(hasty).rejects.toMatchObject({ type: 'deadline-exceeded' });
  server.faults.thaw();
  expect(await patient).toEqual(['1']);
});

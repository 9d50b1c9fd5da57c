import { NO_STREAM } from '@annals/event-sourcing';
import { named, namesOf } from '@annals/testing';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { appendEach, desk } from '../test/desk.js';

const { serveNothing, open, follow } = desk();

describe('Which log an EventStoreDB holds', () => {
  it('is decided once, by the first process', async () => {
    const { url } = await serveNothing();
    const identities = await Promise.all([open(url), open(url), open(url)].map((store) => store.identity()));
    expect(new Set(identities).size).toBe(1);
    expect(await open(url).identity()).toBe(identities[0]);
  });

  it('is another one for every log', async () => {
    const [one, other] = [open((await serveNothing()).url), open((await serveNothing()).url)];
    expect(await one.identity()).not.toBe(await other.identity());
  });

  it('is no part of the log', async () => {
    const store = open((await serveNothing()).url);
    const { names, heard } = follow(store);
    await store.identity();
    expect(await store.head()).toBe(0);
    expect(await Array.fromAsync(store.readAll(0))).toEqual([]);
    await appendEach(store, '1');
    expect(await heard(1)).toEqual(['1']);
    expect(names).toEqual(['1']);
  });

  it('is read again after a failure', async () => {
    const server = await serveNothing();
    const store = open(server.url, { patience: 100 });
    server.faults.next('batchAppend', 'swallow', Infinity);
    await expect(store.append('a', NO_STREAM, [named('1')])).rejects.toThrow();
    server.faults.release();
    await store.append('a', NO_STREAM, [named('1')]);
    expect((await store.read('a'))[0]!.log).toBe(await open(server.url).identity());
  });

  it('is that of the log which is copied there', async () => {
    const { url } = await serveNothing();
    const store = open(url);
    await store.identity();
    await store.adoptIdentity('6f3a7c11-9a55-4b1f-8c0f-2a100198c2f0');
    await store.adoptIdentity('6f3a7c11-9a55-4b1f-8c0f-2a100198c2f0');
    for (const each of [store, open(url)]) expect(await each.identity()).toBe('6f3a7c11-9a55-4b1f-8c0f-2a100198c2f0');
  });

  it('stands for what older versions have written, which does not say it', async () => {
    const { url } = await serveNothing();
    const { id, type, data, correlationId, causationId, ...others } = named('1');
    const metadata = { ...others, $correlationId: correlationId, $causationId: causationId };
    const client = EventStoreDBClient.connectionString(url);
    const credentials = { username: '', password: '' }; // one by one
    await client.appendToStream('a', jsonEvent({ id, type, data: data as { note: string }, metadata }), {
      credentials,
    });
    await client.dispose();

    const store = open(url);
    const { heard } = follow(store);
    const events = [...(await store.read('a')), ...(await Array.fromAsync(store.readAll(0))).flat()];
    expect(namesOf(events)).toEqual(['1', '1']);
    const log = await store.identity();
    expect(events).toMatchObject([{ log }, { log }]);
    expect(await heard(1)).toEqual(['1']);
  });
});

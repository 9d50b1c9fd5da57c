import type { RecordedEvent } from '@annals/event-sourcing';
import type { Fault } from '@annals/eventstoredb-server';
import { MemoryEventStore } from '@annals/store-memory';
import { named, namesOf, until } from '@annals/testing';
import fc from 'fast-check';
import { desk } from '../test/desk.js';

const servers = desk();
const { open, clear } = servers;

/** A server that says that it takes each append by itself, so that only the copies share a call. */
const serve = async () => {
  const server = await servers.serve();
  server.traits = { ...server.traits, batches: false };
  return server;
};

/** A log whose events belong to streams in this order. */
const logOf = async (streams: readonly number[]) => {
  const log = new MemoryEventStore();
  const revisions = new Map<number, number>();
  for (const [index, stream] of streams.entries()) {
    const last = revisions.get(stream) ?? -1;
    await log.append(`s-${stream}`, last, [named(`${1_000 + index}`)]);
    revisions.set(stream, last + 1);
  }
  return (await Array.fromAsync(log.readAll(0))).flat();
};

const adopting = (store: ReturnType<typeof open>, events: readonly RecordedEvent[]) => {
  const done: string[] = [];
  const alone = async ([event]: readonly RecordedEvent[]) =>
    (await store.adopt(event!.stream, event!.revision - 1, [event!])).position;
  const copies = store.inOrder(alone, (run) => done.push(...namesOf(run)));
  const copy = async () => {
    for (const event of events) await copies.add([event]);
    await copies.flush();
    copies.close();
  };
  return { copy, done };
};

const copiedIn = async (store: ReturnType<typeof open>) => namesOf((await Array.fromAsync(store.readAll(0))).flat());

it('has many appends under way over one call', async () => {
  const server = await serve();
  const store = open(server.url, { answerWithin: 5_000 });
  const events = await logOf(Array.from({ length: 300 }, (_, index) => index % 50));
  const { copy, done } = adopting(store, events);
  server.faults.next('batchAppend', 'hold', 63);
  const copying = copy();
  copying.catch(() => undefined); // awaited below
  await server.faults.called('batchAppend', 63); // though none of them is answered
  server.faults.release();
  await copying;
  expect(done).toEqual(namesOf(events));
  expect(await copiedIn(store)).toEqual(namesOf(events));
  expect(server.faults.count('batchAppend')).toBeGreaterThan(250);
});

const FAULTS: readonly Fault[] = ['swallow after commit', 'swallow', 'cut', 'cut after commit'];

it('keeps the order, each event once, whatever goes wrong', async () => {
  const mishap = fc.record({ fault: fc.constantFrom(...FAULTS), after: fc.nat(120), isRestarted: fc.boolean() });
  const streams = fc.array(fc.nat(9), { minLength: 80, maxLength: 150 });
  await fc.assert(
    fc
      .asyncProperty(streams, fc.array(mishap, { minLength: 1, maxLength: 3 }), async (order, mishaps) => {
        const server = await serve();
        const store = open(server.url, { answerWithin: 300 });
        const events = await logOf(order);
        const { copy, done } = adopting(store, events);
        const copying = copy();
        copying.catch(() => undefined); // awaited below
        copying.catch(() => undefined); // awaited below
        for (const { fault, after, isRestarted } of mishaps) {
          const wanted = Math.min(after, events.length - 1);
          await Promise.race([copying, until(() => done.length >= wanted)]);
          server.faults.next('batchAppend', fault);
          if (isRestarted) await server.restart();
        }
        await copying;
        expect(done).toEqual(namesOf(events));
        server.faults.release();
        expect(await copiedIn(store)).toEqual(namesOf(events));
      })
      .afterEach(clear),
    { numRuns: 10 },
  );
});

it('has a beginning of the other log when it is given up', async () => {
  const server = await serve();
  const store = open(server.url, { answerWithin: 100, patience: 200 });
  const events = await logOf(Array.from({ length: 200 }, (_, index) => index % 20));
  const { copy, done } = adopting(store, events);
  const copying = copy();
  copying.catch(() => undefined); // awaited below
  await Promise.race([copying, until(() => done.length >= 20)]);
  server.faults.freeze();
  await expect(copying).rejects.toThrow();
  server.faults.thaw();
  const copied = await copiedIn(open(server.url));
  expect(copied).toEqual(namesOf(events).slice(0, copied.length));
  expect(copied.slice(0, done.length)).toEqual(done);
});

it('notices at once when the server refuses one append and takes the next', async () => {
  const server = await serve();
  const store = open(server.url);
  const { copy } = adopting(store, await logOf(Array.from({ length: 100 }, (_, index) => index % 20)));
  server.faults.next('batchAppend', 'busy, unknown');
  await expect(copy()).rejects.toThrow('Begin the copy again, with an empty EventStoreDB.');
});

import { Contract, eventsMissing, UpcastingEventStore, type LogFault } from '@annals/event-sourcing';
import { MemoryDocumentStore, MemoryEventStore } from '@annals/store-memory';
import { appendTo, counted } from '@annals/testing';
import { z } from 'zod';
import { checkLog, knownFaults, noteFaults } from '../index.js';

const Counted = Contract.of('Counted').v1(z.object({ tally: z.string(), by: z.number() }));
const FIRST = new Date('2026-01-05T09:00:00Z');
const LATER = new Date('2026-01-06T09:00:00Z');

/** A log with gaps. */
class Lacking extends UpcastingEventStore {
  lacks: readonly LogFault[] = [];

  override async *gaps() {
    yield* this.lacks;
  }
}

const stage = () => {
  const [raw, store] = [new MemoryEventStore(), new MemoryDocumentStore()];
  const found: LogFault[] = [];
  const noted = (fault: LogFault) => void found.push(fault);
  const log = new Lacking(raw, [Counted], { unknownTypes: 'unreadable', noted });
  return { raw, store, log, found };
};

it('are remembered once, since they are known', async () => {
  const { store } = stage();
  expect(await knownFaults(store)).toEqual({ count: 0, first: [] });
  await noteFaults(store, [eventsMissing(3, 4)], FIRST);
  await noteFaults(store, [eventsMissing(3, 4), eventsMissing(7, 7)], LATER);
  expect(await knownFaults(store)).toEqual({
    count: 2,
    first: [
      { fault: eventsMissing(3, 4), since: FIRST.toISOString() },
      { fault: eventsMissing(7, 7), since: LATER.toISOString() },
    ],
  });
  expect(await knownFaults(store, 1)).toMatchObject({ count: 2, first: [{ since: FIRST.toISOString() }] });
});

it('are no more than can be looked through', async () => {
  const { store } = stage();
  const many = Array.from({ length: 1_200 }, (_, index) => eventsMissing(index, index));
  await noteFaults(store, many, FIRST);
  expect((await knownFaults(store)).count).toBe(1_000);
});

it('are reported by a log when an event is met that cannot be read, or a stream that is incomplete', async () => {
  const { raw, log, found } = stage();
  await appendTo(raw, counted('a'), { type: 'Unheard', schemaVersion: 1, data: {} });
  await Array.fromAsync(log.readAll(0));
  expect(found).toMatchObject([{ kind: 'EventUnreadable', type: 'Unheard', stream: 'test', revision: 1, position: 2 }]);
  await expect(log.read('test')).rejects.toThrow('incomplete');
  expect(found).toHaveLength(2);
  raw.read = async () => [];
  await expect(log.read('test', -1)).resolves.toEqual([]);
});

it('are forgotten when they are mended, and found again by a check', async () => {
  const { raw, store, log, found } = stage();
  await appendTo(raw, counted('a'), { type: 'Unheard', schemaVersion: 1, data: {} });
  await Array.fromAsync(log.readAll(0));
  log.lacks = [eventsMissing(9, 9)];
  await noteFaults(store, [...found, eventsMissing(5, 5)], FIRST);
  await checkLog(log, store, { now: () => LATER });
  const kinds = async () =>
    (await knownFaults(store)).first.map(({ fault }) => [fault.kind, fault.message.slice(0, 40)]);
  expect(await kinds()).toMatchObject([
    ['EventUnreadable', expect.anything()],
    ['EventsMissing', expect.stringContaining('9')],
  ]);
  const newer = new UpcastingEventStore(raw, [Counted, Contract.of('Unheard').v1(z.object({}))], {
    unknownTypes: 'unreadable',
  });
  await checkLog(newer, store, { now: () => new Date(LATER.getTime() + 1) });
  expect(await kinds()).toEqual([]);
});

it('leaves what is known as it is when it is stopped', async () => {
  const { store, log } = stage();
  await noteFaults(store, [eventsMissing(5, 5)], FIRST);
  await checkLog(log, store, { signal: AbortSignal.abort() });
  expect((await knownFaults(store)).count).toBe(1);
});

import { MemoryEventStore } from '@annals/store-memory';
import { appendTo, counted } from '@annals/testing';
import { z } from 'zod';
import { Contract, HistoryIncomplete, NO_STREAM, UpcastingEventStore, type RecordedEvent } from './index.js';

/** A log that shows only some events of each stream. */
class Cut extends MemoryEventStore {
  shows: (event: RecordedEvent) => boolean = () => true;

  override async read(stream: string, after?: number) {
    return (await super.read(stream, after)).filter((event) => this.shows(event));
  }
}

it.each([
  ['truncated', ({ revision }: RecordedEvent) => revision > 0],
  ['gap', ({ revision }: RecordedEvent) => revision !== 1],
])('refuses a stream that is incomplete: %s', async (found, shows) => {
  const log = new Cut();
  await appendTo(log, counted('a'), counted('a'), counted('a'));
  const store = new UpcastingEventStore(log, []);
  expect(await store.read('test', 0)).toHaveLength(2);
  expect(await store.read('test', NO_STREAM)).toHaveLength(3);
  log.shows = shows;
  await expect(store.read('test')).rejects.toMatchObject({ stream: 'test', found });
  await expect(store.read('test')).rejects.toThrow(HistoryIncomplete);
});

it('refuses a stream of which an event cannot be read, and leaves that out elsewhere unless it is asked for', async () => {
  const log = new MemoryEventStore();
  const Counted = Contract.of('Counted').v1(z.object({ tally: z.string(), by: z.number() }));
  const store = new UpcastingEventStore(log, [Counted], { unknownTypes: 'unreadable' });
  const flawed = [
    { data: {} },
    { schemaVersion: 2 },
    { schemaVersion: 0.5 },
    { type: 'Unheard' },
    { actor: 7 as never },
  ];
  await appendTo(log, counted('a'), ...flawed.map((flaw) => ({ ...counted('a'), ...flaw })));
  await expect(store.read('test')).rejects.toMatchObject({ stream: 'test', found: 'unreadable' });
  expect((await Array.fromAsync(store.readAll(0, { batch: 1 }))).flat()).toMatchObject([{ position: 1 }]);
  const [first, ...others] = (await Array.fromAsync(store.readAll(0, { unreadable: true }))).flat();
  expect(first!.unreadable).toBeUndefined();
  const reasons = ['DataInvalid', 'VersionUnknown', 'VersionUnknown', 'TypeUnknown', 'EnvelopeIncomplete'];
  expect(others.map(({ unreadable }) => unreadable?.reason)).toEqual(reasons);
  expect(others.map(({ unreadable }) => unreadable?.kin.length)).toEqual([1, 1, 1, 1, 1]);
  expect(await store.readAt((await Array.fromAsync(log.readAll(0))).flat())).toHaveLength(1);
});

it('says of an event whose version cannot be converted that it cannot be read', async () => {
  const log = new MemoryEventStore();
  const refused = () => {
    throw new Error('No.');
  };
  const Counted = Contract.of('Counted')
    .v1(z.object({}))
    .next(z.object({ by: z.number() }), refused);
  await appendTo(log, counted('a'));
  const store = new UpcastingEventStore(log, [Counted], { unknownTypes: 'unreadable' });
  const [event] = (await Array.fromAsync(store.readAll(0, { unreadable: true }))).flat();
  expect(event!.unreadable).toMatchObject({ reason: 'NotConvertible' });
});

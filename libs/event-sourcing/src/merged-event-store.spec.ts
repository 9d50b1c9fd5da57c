import { MemoryEventStore } from '@annals/store-memory';
import { recorded } from '@annals/testing';
import fc from 'fast-check';
import { merging, notesBy, places, recordsBy, type Happening } from '../test/merging.js';
import { countedNow, FoldedViews, MergedEventStore, MergedHistory, NO_STREAM, project } from './index.js';
import type { Documents, KnownFiles, RecordedEvent } from './index.js';

const files = fc.constantFrom('a', 'b', 'c', 'd');
const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ type: fc.constant('Noted' as const), of: files, on: fc.constantFrom('1', '2') }),
  },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('Named' as const), of: files }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('Joined' as const), of: files, other: files }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('Parted' as const), of: files, other: files }) },
);

/** What happens to customers, as rules would admit it: no customer joins itself, nor one who is joined already. */
const story = fc.array(happening, { maxLength: 40 }).map(places);

/** The customer for whom each event counts in the end, computed without the code under test. */
const ends = (log: readonly RecordedEvent[]) => {
  const survivors = new Map<string, string>();
  for (const { type, data } of log) {
    const { customerId, mergedId } = data as { customerId: string; mergedId: string };
    if (type === 'Joined') survivors.set(mergedId, customerId);
    if (type === 'Parted' && survivors.get(mergedId) === customerId) survivors.delete(mergedId);
  }
  const last = (file: string): string => (survivors.has(file) ? last(survivors.get(file)!) : file);
  return last;
};

const appended = (lists: Map<string, string[]>, key: string, one: string) =>
  lists.set(key, [...(lists.get(key) ?? []), one]);

const expected = (log: readonly RecordedEvent[]) => {
  const customerOf = ends(log);
  const notes = new Map<string, string[]>();
  const records = new Map<string, { customer: string; notes: number }>();
  for (const { id, type, data } of log) {
    const { customerId, on } = data as { customerId: string; on: string };
    const customer = customerOf(customerId);
    if (type === 'Named') appended(notes, customer, customer === customerId ? id : `aside ${id}`);
    if (type !== 'Noted') continue;
    appended(notes, customer, id);
    records.set(on, { customer, notes: (records.get(on)?.notes ?? 0) + 1 });
  }
  return { notes, records };
};

const plain = <D>(documents: Documents<D>) =>
  new Map([...documents].toSorted(([one], [other]) => (one < other ? -1 : 1)));

const stored = async (log: readonly RecordedEvent[]) => {
  const store = new MemoryEventStore();
  for (const event of log) {
    const revision = (await store.read(event.stream)).length - 1;
    await store.append(event.stream, revision < 0 ? NO_STREAM : revision, [event]);
  }
  return store;
};

/** Reads the log in batches, and starts anew after some of them. */
const lived = async (log: readonly RecordedEvent[], batch: number, known?: KnownFiles) => {
  const store = await stored(log);
  let [notes, records] = [
    new Map() as Documents<{ list: readonly string[] }>,
    new Map() as Documents<{ customer: string; notes: number }>,
  ];
  let position = 0;
  for (;;) {
    const { done, value } = await new MergedEventStore(store, merging, known)
      .readAll(position, { batch })
      [Symbol.asyncIterator]()
      .next();
    if (done) return { notes, records };
    notes = project(notesBy, value, notes);
    records = project(recordsBy, value, records);
    position = value.at(-1)!.position;
  }
};

it('makes of a log with merges, undone ones included, what a log of the final customers says, however it is read', () =>
  fc.assert(
    fc.asyncProperty(story, fc.integer({ min: 1, max: 50 }), async (log, batch) => {
      const { notes, records } = await lived(log, batch);
      const said = expected(log);
      expect(new Map([...plain(notes)].map(([id, { list }]) => [id, list]))).toEqual(plain(said.notes));
      expect(plain(records)).toEqual(plain(said.records));
    }),
  ));

it('finds the earlier events through views that are behind the log', () =>
  fc.assert(
    fc.asyncProperty(story, fc.nat(40), async (log, upTo) => {
      const seen = log.filter(({ position }) => position <= upTo);
      const known: KnownFiles = {
        links: async () => ({
          links: seen.filter(({ type }) => merging.types.includes(type)).map(merging.linkOf),
          upTo,
        }),
        placesOf: async (customers, before) => ({
          places: seen.filter(({ subject, position }) => customers.includes(subject) && position < before),
          upTo,
        }),
      };
      expect(await lived(log, 3, known)).toEqual(await lived(log, 3));
    }),
  ));

it('says of each cut of a history what a fold of the log that was cut there says, one by one or at once', () =>
  fc.assert(
    fc.property(story, fc.nat(40), (log, cut) => {
      const part = log.slice(0, cut);
      const said = expected(part);
      const history = new MergedHistory(merging);
      const walked = new FoldedViews([notesBy]);
      for (const event of part) walked.add([history.take(event)]);
      for (const events of [history.counted(), countedNow(part, merging)]) {
        const at = project(notesBy, events);
        expect(new Map([...plain(at)].map(([id, { list }]) => [id, list]))).toEqual(plain(said.notes));
        for (const id of at.keys())
          expect(walked.read([{ view: notesBy.name, ids: [id] }])[0]!.documents[0]!.body).toEqual(at.get(id));
      }
    }),
  ));

it('leaves a log without merges as it is', async () => {
  const log = recorded([{ type: 'Named', schemaVersion: 1, data: { customerId: 'a' } }], {
    stream: 'customer-a',
    subject: 'a',
  });
  const store = new MergedEventStore(await stored(log), merging);
  expect((await Array.fromAsync(store.readAll(0))).flat()).toMatchObject([{ type: 'Named', subject: 'a' }]);
  const [event] = (await Array.fromAsync(store.readAll(0, { types: ['Named'] }))).flat();
  expect(event).not.toHaveProperty('recordedAs');
});

import { MemoryEventStore } from '@annals/store-memory';
import { eventStoreContract, recorded } from '@annals/testing';
import { z } from 'zod';
import { Contract, NO_STREAM, UpcastingEventStore } from './index.js';

const Noted = Contract.of('Noted')
  .v1(z.object({ text: z.string() }))
  .next(z.object({ lines: z.array(z.string()) }), ({ text }) => ({ lines: text.split('\n') }))
  .next(
    z.object({
      lines: z.array(z.string()),
      byId: z.string(),
      by: z
        .string()
        .meta({ personal: { whose: 'employee', by: 'byId' } })
        .nullable(),
    }),
    (older) => ({
      ...older,
      byId: 'e-7',
      by: null,
    }),
  );

const v1 = { type: 'Noted', schemaVersion: 1, data: { text: 'a\nb' } };
const newest = { lines: ['a', 'b'], byId: 'e-7', by: null };

describe('a contract', () => {
  it('lifts an old event over every version since', () => expect(Noted.upcast(v1)).toEqual(Noted.event(newest)));

  it('refuses what a newer program wrote, rather than misread it', () =>
    expect(() => Noted.upcast({ ...v1, schemaVersion: 4 })).toThrow('Noted v4 is newer than this program'));

  it('lets nothing onto disk that does not fit', () =>
    expect(() => Noted.event({ lines: 'a' } as never)).toThrow(z.ZodError));

  it('knows the shape of every version', () => {
    expect([1, 2, 3].map((version) => Noted.accepts(v1.data, version))).toEqual([true, false, false]);
    expect(Noted.accepts(newest)).toBe(true);
  });

  it('is published as JSON Schema', () =>
    expect(Noted.jsonSchema()).toMatchObject({ title: 'Noted', required: ['lines', 'byId', 'by'] }));

  it('knows its personal fields in every version', () => {
    const by = { path: 'by', whose: 'employee', by: 'byId' };
    expect([1, 2, 3].map((version) => Noted.personalIn(version))).toEqual([[], [], [by]]);
    expect(Noted.personalFields).toEqual([by]);
  });
});

describe('a store that upcasts', () => {
  const other = { type: 'Drawn', schemaVersion: 7, data: { text: 'a' } };
  const lifted = [
    { schemaVersion: 3, data: newest, revision: 0 },
    { ...other, revision: 1 },
  ];
  const log = new MemoryEventStore();
  const store = new UpcastingEventStore(log, [Noted]);
  const stop = new AbortController();

  beforeAll(() => store.append('note-1', NO_STREAM, recorded([v1, other])));

  it('shows readers the newest shape only, and what it has no contract of as it is', async () => {
    expect(await store.read('note-1')).toMatchObject(lifted);
    expect(await Array.fromAsync(store.readAll(0))).toMatchObject([lifted]);
    expect(await Array.fromAsync(store.readAll(0, { batch: 1 }))).toHaveLength(2);
    for await (const batch of store.follow(0, stop.signal)) {
      expect(batch).toMatchObject(lifted);
      stop.abort();
    }
  });

  it('leaves the log as it was written', async () => {
    expect(await log.read('note-1')).toMatchObject([v1, other]);
    expect(await store.head()).toBe(2);
  });

  it('is the log that it shows', async () => expect(await store.identity()).toBe(await log.identity()));

  it('closes the log with itself', async () => {
    await store.close();
    expect(await Array.fromAsync(log.follow(0, new AbortController().signal))).toEqual([]);
  });
});

describe('UpcastingEventStore', () => {
  eventStoreContract(() => {
    const contracts = [Contract.of('Noted').v1(z.object({ note: z.string() }))];
    const store = new UpcastingEventStore(new MemoryEventStore(), contracts);
    return () => store;
  });
});

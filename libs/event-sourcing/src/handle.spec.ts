import { MemoryEventStore } from '@annals/store-memory';
import { originOf, SEATS, sell, sellIn } from '../test/train.js';
import { RevisionConflict, type NewEvent } from './index.js';

let store: MemoryEventStore;
beforeEach(() => (store = new MemoryEventStore()));

it('starts over after a lost race, so two buyers both get a seat', async () => {
  const receipts = await Promise.all([sell(store, 'a'), sell(store, 'b')]);
  expect(receipts.map(({ revision }) => revision).toSorted()).toEqual([0, 1]);
});

it('never sells the last seat twice', async () => {
  await sell(store, 'a');
  const race = await Promise.allSettled([sell(store, 'b'), sell(store, 'c')]);
  expect(race.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(await store.read('train-1')).toHaveLength(SEATS);
});

it('copies where a command comes from to its events', async () => {
  await sell(store, 'a');
  const [sold] = await store.read('train-1');
  expect(sold).toMatchObject({ ...originOf('a'), id: 'a/train-1/0', subject: 'customer-1', data: { seat: 'a' } });
});

it('answers a repeated command as it did the first time, even if a rule would refuse it now', async () => {
  const first = await sell(store, 'a');
  await sell(store, 'b');
  expect(await sell(store, 'a')).toEqual(first);
  expect(await sell(store, 'a', { expectedRevision: -1 })).toEqual(first);
});

it('answers a command with nothing left to do with where the stream ends', async () => {
  await sell(store, 'a');
  const last = await sell(store, 'b');
  expect(await sell(store, 'c', { seat: 'a' })).toEqual(last);
  expect(await store.head()).toBe(2);
});

it('is one command per stream, even under one id', async () => {
  await sell(store, 'a', { train: '1' });
  expect(await sell(store, 'a', { train: '2' })).toMatchObject({ stream: 'train-2', revision: 0 });
});

it('decides with what it knows of the other stream', async () => {
  const cancelled: NewEvent = { ...originOf('x'), id: 'x', type: 'Cancelled', schemaVersion: 1, subject: '', data: {} };
  await store.append('timetable-1', -1, [cancelled]);
  await expect(sell(store, 'a')).rejects.toMatchObject({ code: 'TrainCancelled' });
  expect(await sell(store, 'a', { train: '2' })).toMatchObject({ revision: 0 });
  expect(await sell(store, 'a', { train: 'charter' })).toMatchObject({ revision: 0 });
});

it('says in its events how much of the other stream it knew', async () => {
  const noted: NewEvent = { ...originOf('x'), id: 'x', type: 'Noted', schemaVersion: 1, subject: '', data: {} };
  await store.append('timetable-1', -1, [noted, { ...noted, id: 'y' }]);
  await Promise.all(['1', '2', 'charter'].map((train) => sell(store, 'a', { train })));
  const sold = await Promise.all(['1', '2', 'charter'].map((train) => store.read(`train-${train}`)));
  expect(sold.map(([event]) => event!.decidedOn)).toEqual([{ 'timetable-1': 1 }, { 'timetable-2': -1 }, undefined]);
});

it('carries out a command of a caller who has seen the last revision', async () => {
  expect(await sell(store, 'a', { expectedRevision: -1 })).toMatchObject({ revision: 0 });
  expect(await sell(store, 'b', { expectedRevision: 0 })).toMatchObject({ revision: 1 });
});

it('refuses a command of a caller who has not, and says what it has not seen', async () => {
  await sell(store, 'a');
  await sell(store, 'b');
  const since = [expect.objectContaining({ data: { seat: 'b' } }) as object];
  await expect(sell(store, 'c', { expectedRevision: 0 })).rejects.toMatchObject({ stream: 'train-1', since });
  await expect(sell(store, 'c', { expectedRevision: 9 })).rejects.toMatchObject({ expected: 9, since: [] });
});

it('compares the revision with the events of its own record, where a stream has several', async () => {
  await sellIn(store, 'a1', -1);
  await sellIn(store, 'b1', -1);
  expect(await sellIn(store, 'a2', 0)).toMatchObject({ revision: 2 });
  const since = [expect.objectContaining({ data: { seat: 'a2' } }) as object];
  await expect(sellIn(store, 'a3', 0)).rejects.toMatchObject({ expected: 0, actual: 2, since });
  await expect(sellIn(store, 'a3', 9)).rejects.toMatchObject({ expected: 9, actual: 2, since: [] });
});

it('does not read a stream whose id has just been made up, unless the append finds it', async () => {
  const read: string[] = [];
  class Observed extends MemoryEventStore {
    override read(stream: string, after?: number) {
      read.push(stream);
      return super.read(stream, after);
    }
  }
  const observed = new Observed();
  const charter = { train: 'charter', isNew: true };
  expect(await sell(observed, 'a', charter)).toMatchObject({ revision: 0 });
  expect(read).toEqual([]);
  expect(await sell(observed, 'b', charter)).toMatchObject({ revision: 1 });
  expect(read).toEqual(['train-charter']);
});

it('reads the streams of its rules at the same time', async () => {
  const read: string[] = [];
  const begun = Promise.withResolvers<void>();
  class Waiting extends MemoryEventStore {
    override async read(stream: string, after?: number) {
      if (read.push(stream) === 2) begun.resolve();
      await begun.promise;
      return super.read(stream, after);
    }
  }
  expect(await sell(new Waiting(), 'a')).toMatchObject({ revision: 0 });
  expect(read).toEqual(['train-1', 'timetable-1']);
});

it('may be repeated when nobody knows whether it was stored', async () => {
  class Unreliable extends MemoryEventStore {
    override async append(...args: Parameters<MemoryEventStore['append']>) {
      await super.append(...args);
      return Promise.reject(new Error('connection lost'));
    }
  }
  const unreliable = new Unreliable();
  await expect(sell(unreliable, 'a')).rejects.toThrow('connection lost');
  expect(await sell(unreliable, 'a')).toEqual({ stream: 'train-1', revision: 0, position: 1 });
});

it.each([
  [5, {}],
  [2, { attempts: 2 }],
])('gives up after %d lost races, given %j', async (lost, options) => {
  let attempts = 0;
  class AlwaysTooLate extends MemoryEventStore {
    override append(stream: string, expected: number) {
      attempts += 1;
      return Promise.reject(new RevisionConflict(stream, expected, expected + 1));
    }
  }
  await expect(sell(new AlwaysTooLate(), 'a', options)).rejects.toThrow(RevisionConflict);
  expect(attempts).toBe(lost);
});

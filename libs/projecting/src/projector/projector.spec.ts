import type { Commit } from '@annals/event-sourcing';
import { MemoryDocumentStore, MemoryEventStore } from '@annals/store-memory';
import {
  appendTo,
  closed,
  counted,
  moved,
  PATIENCE,
  stoppedAfterEach,
  tallies,
  unrelated,
  until,
} from '@annals/testing';
import { Projector, StoredViews } from '../index.js';

const soon = { lookEvery: 2, waits: { first: 1, most: 4 } };

describe('Projector', () => {
  const running = stoppedAfterEach();
  let log: MemoryEventStore;
  let store: MemoryDocumentStore;

  beforeEach(() => {
    log = new MemoryEventStore();
    store = new MemoryDocumentStore();
  });

  const started = (projections = [tallies]) => running(new Projector(log, store, projections, soon));
  const passed = (projector: Projector, position: number) =>
    projector.positions.passed(tallies.name, position, PATIENCE);
  const sumOf = async (id: string) => (await new StoredViews(store).one(tallies, id)).value?.sum;

  it('serves a view from the first start on, empty as it is', async () => {
    await started();
    expect(await store.served('tallies')).toBe('tallies-v1');
    expect(await store.checkpoint('tallies-v1')).toBe(0);
  });

  it('shows what is in the log, and then what is appended', async () => {
    await appendTo(log, counted('a', 2));
    const projector = await started();
    const { position } = await appendTo(log, moved('a', 'b', 5), counted('c'), closed('c'));
    expect(await passed(projector, position)).toBe(true);
    expect([await sumOf('a'), await sumOf('b'), await sumOf('c')]).toEqual([-3, 5, undefined]);
  });

  it('stores the declared fields with each document', async () => {
    const projector = await started();
    await appendTo(log, counted('a', 2));
    await passed(projector, 1);
    const { documents } = await store.find('tallies-v1', { where: [{ field: 'marks', is: 2 }], limit: 9 });
    expect(documents).toEqual([{ id: 'a', position: 1, body: { sum: 2, marks: [2] } }]);
  });

  it('passes events that concern no view', async () => {
    const projector = await started();
    expect(await passed(projector, (await appendTo(log, unrelated)).position)).toBe(true);
  });

  it('shows what a reader waits for without gathering more, also if it is asked while it commits', async () => {
    const projector = await running(new Projector(log, store, [tallies], { ...soon, gather: PATIENCE * 10 }));
    for (let count = 1; count <= 5; count += 1) {
      const { position } = await appendTo(log, counted('a', count));
      expect(await passed(projector, position)).toBe(true);
    }
  });

  it('writes what comes soon after a commit together', async () => {
    const commits = jest.spyOn(store, 'commit');
    const gather = 500; // ms
    const projector = await running(new Projector(log, store, [tallies], { ...soon, gather }));
    await appendTo(log, counted('a'));
    await passed(projector, 1);
    for (let more = 0; more < 9; more += 1) await appendTo(log, counted('a'));
    await passed(projector, 10);
    expect([commits.mock.calls.length, await sumOf('a')]).toEqual([2, 10]);
  });

  it('goes on where it has stopped', async () => {
    const first = await started();
    await appendTo(log, counted('a'));
    await passed(first, 1);
    await first.stop();
    await appendTo(log, counted('a'));
    await first.start();
    await passed(first, 2);
    expect(await sumOf('a')).toBe(2);
  });

  it('starts once, however often it is called', async () => {
    const projector = await started();
    await projector.start();
    await appendTo(log, counted('a'));
    await passed(projector, 1);
    expect(await sumOf('a')).toBe(1);
  });

  it('finishes what it is writing before it stops', async () => {
    const writing = Promise.withResolvers<void>();
    const held = Promise.withResolvers<void>();
    store = new (class extends MemoryDocumentStore {
      override async commit(commits: readonly Commit[]) {
        writing.resolve();
        await held.promise;
        return super.commit(commits);
      }
    })();
    const projector = await started();
    await appendTo(log, counted('a'));
    await writing.promise;
    const stopped = projector.stop();
    held.resolve();
    await stopped;
    expect(await sumOf('a')).toBe(1);
  });

  it('commits all views of a batch at once', async () => {
    const commits: (readonly string[])[] = [];
    store = new (class extends MemoryDocumentStore {
      override async commit(all: readonly Commit[]) {
        commits.push(all.map(({ collection }) => collection));
        return super.commit(all);
      }
    })();
    await appendTo(log, counted('a'), counted('b'));
    await passed(await started([tallies, { ...tallies, name: 'others' }]), 2);
    expect(commits).toEqual([['tallies-v1', 'others-v1', 'view-log-end']]);
  });

  it('refuses to start on a store that fails', async () => {
    store.served = () => Promise.reject(new Error('The disk is full.'));
    await expect(started()).rejects.toThrow('The disk is full.');
  });

  it('says so when the log ends under it', async () => {
    const projector = await started();
    await log.close();
    await until(async () => (await projector.status())[0]?.trouble === 'The log has ended.');
    expect(await projector.status()).toMatchObject([{ state: 'waiting' }]);
  });
});

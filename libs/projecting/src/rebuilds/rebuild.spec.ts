import { eventsMissing, project, type Commit, type Event } from '@annals/event-sourcing';
import { MemoryDocumentStore, MemoryEventStore } from '@annals/store-memory';
import { appendTo, closed, counted, recorded, smudged, tallies, unrelated } from '@annals/testing';
import { CollectionGone, knownFaults, Poisoned, rebuild, RebuildFailed, StoredViews, type Progress } from '../index.js';

describe('a rebuild', () => {
  let log: MemoryEventStore;
  let store: MemoryDocumentStore;

  beforeEach(() => {
    log = new MemoryEventStore();
    store = new MemoryDocumentStore();
  });

  const events = Array.from({ length: 40 }, (_, index) => counted(`tally-${index % 7}`, index));
  const built = async () => {
    await appendTo(log, ...events);
    return rebuild(log, store, tallies);
  };
  const builds = async () => (await store.collections()).filter((name) => name.startsWith('tallies'));
  const folded = (all: readonly Event[]) => project(tallies, recorded(all));
  const shown = async () => {
    const { value } = await new StoredViews(store).find(tallies, { limit: 1_000 });
    return new Map(value.items.map(({ id, document }) => [id, document]));
  };

  it('builds and serves a view that was never there', async () => {
    expect(await built()).toEqual({ collection: 'tallies-v1.b1', position: 40, documents: 7 });
    expect(await shown()).toEqual(folded(events));
  });

  it('keeps what was served before, and of that one generation', async () => {
    await built();
    const { replaced } = await rebuild(log, store, tallies);
    expect(replaced).toEqual({ collection: 'tallies-v1.b1', documents: 7 });
    expect(await builds()).toEqual(['tallies-v1.b1', 'tallies-v1.b2']);
    await rebuild(log, store, tallies);
    expect(await builds()).toEqual(['tallies-v1.b2', 'tallies-v1.b3']);
  });

  it('looks for gaps in the log first, unless that has just been done', async () => {
    await appendTo(log, counted('a'));
    log.gaps = async function* () {
      yield eventsMissing(7, 9);
    };
    await rebuild(log, store, tallies, { isChecked: true });
    expect((await knownFaults(store)).count).toBe(0);
    await rebuild(log, store, tallies);
    expect((await knownFaults(store)).first).toMatchObject([{ fault: eventsMissing(7, 9) }]);
  });

  it('counts the documents in each state', async () => {
    const stateOf = ({ sum }: { sum: number }) => (sum > 1 ? 'busy' : 'quiet');
    const stated = { ...tallies, fields: { state: { of: stateOf } }, indexes: [] };
    await appendTo(log, counted('a'), counted('b', 5), counted('c', 7));
    expect(await rebuild(log, store, stated)).toMatchObject({ documents: 3, states: { busy: 2, quiet: 1 } });
  });

  it('leaves views with similar names alone', async () => {
    const others = ['tallies-v1x', 'tallies-v', 'tallies-vast-v1', 'tallies-v1.b', 'my-tallies-v1'];
    for (const name of others) await store.open({ name, fields: {}, indexes: [] });
    await built();
    expect(await store.collections()).toEqual(expect.arrayContaining([...others, 'tallies-v1.b1']));
  });

  it('passes events at the end of the log that do not concern the view', async () => {
    await appendTo(log, counted('a'), unrelated, unrelated);
    expect(await rebuild(log, store, tallies)).toMatchObject({ position: 3 });
  });

  it('tells how far it is', async () => {
    await appendTo(log, ...events);
    const heard: Progress[] = [];
    await rebuild(log, store, tallies, { batch: 15, onProgress: (progress) => heard.push(progress) });
    expect(heard.map(({ position }) => position).slice(0, 3)).toEqual([15, 30, 40]);
    expect(heard.at(-1)).toEqual({ position: 40, head: 40, documents: 7 });
  });

  it('takes in what is appended meanwhile', async () => {
    await appendTo(log, ...events);
    let appended = false;
    const onProgress = () => {
      if (!appended) void appendTo(log, ...events);
      appended = true;
    };
    expect(await rebuild(log, store, tallies, { batch: 10, onProgress })).toMatchObject({ position: 80 });
    expect(await shown()).toEqual(folded([...events, ...events]));
  });

  it('checks a part of many documents', async () => {
    const many = Array.from({ length: 500 }, (_, index) => counted(`tally-${index}`));
    await appendTo(log, ...many, ...many, closed('tally-3'));
    expect(await rebuild(log, store, tallies, { batch: 50 })).toMatchObject({ documents: 499 });
  });

  describe('that does not succeed', () => {
    const refused = async (rebuilding: Promise<unknown>, error: new (...args: never[]) => Error) => {
      await expect(rebuilding).rejects.toThrow(error);
      expect(await store.served('tallies')).toBe('tallies-v1.b1');
      expect(await builds()).toEqual(['tallies-v1.b1']);
    };

    it('changes nothing when an event cannot be taken', async () => {
      await built();
      await appendTo(log, smudged('a'));
      await refused(rebuild(log, store, tallies), Poisoned);
    });

    it('changes nothing when it is aborted', async () => {
      await built();
      const abort = new AbortController();
      const options = { batch: 10, signal: abort.signal, onProgress: () => abort.abort() };
      await refused(rebuild(log, store, tallies, options), DOMException);
    });

    it('changes nothing when another rebuild begins', async () => {
      await built();
      const onProgress = () => void store.drop('tallies-v1.b2');
      await refused(rebuild(log, store, tallies, { batch: 10, onProgress }), CollectionGone);
    });

    it.each([
      [
        'a document is wrong',
        (commit: Commit) => ({ ...commit, writes: commit.writes.map((each) => ({ ...each, body: {} })) }),
      ],
      ['a document is missing', (commit: Commit) => ({ ...commit, writes: commit.writes.slice(1) })],
    ])('changes nothing when %s', async (_, spoilt) => {
      await built();
      store.commit = (commits) => MemoryDocumentStore.prototype.commit.call(store, commits.map(spoilt));
      await refused(rebuild(log, store, tallies, { batch: 50 }), RebuildFailed);
    });

    it('says what went wrong, not that its leavings could not be removed', async () => {
      await built();
      store.drop = () => Promise.reject(new Error('The disk is busy.'));
      await appendTo(log, smudged('a'));
      await expect(rebuild(log, store, tallies)).rejects.toThrow(Poisoned);
      expect(await builds()).toEqual(['tallies-v1.b1', 'tallies-v1.b2']);

      Reflect.deleteProperty(store, 'drop');
      await rebuild(log, store, { ...tallies, on: { ...tallies.on, Smudged: () => null } });
      expect(await builds()).toEqual(['tallies-v1.b1', 'tallies-v1.b3']);
    });
  });
});

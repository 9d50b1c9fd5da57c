import { project, type Commit, type Event } from '@annals/event-sourcing';
import { MemoryDocumentStore, MemoryEventStore } from '@annals/store-memory';
import { appendTo, counted, PATIENCE, recorded, stoppedAfterEach, tallies, until } from '@annals/testing';
import { Projector, StoredViews, type ProjectorOptions } from '../index.js';

const soon = { lookEvery: 2, waits: { first: 1, most: 4 } };

/** Every third commit fails, by turns before and after it was stored. */
class MoodyStore extends MemoryDocumentStore {
  private commits = 0;

  override async commit(commits: readonly Commit[]) {
    this.commits += 1;
    if (this.commits % 6 === 0) throw new Error('The disk is busy.');
    await super.commit(commits);
    if (this.commits % 6 === 3) throw new Error('The connection is gone.');
  }
}

describe('a projector beside others, on stores that are not perfect', () => {
  const running = stoppedAfterEach();
  let log: MemoryEventStore;
  let store: MemoryDocumentStore;

  beforeEach(() => {
    log = new MemoryEventStore();
    store = new MemoryDocumentStore();
  });

  const started = (options: ProjectorOptions = {}, projections = [tallies]) =>
    running(new Projector(log, store, projections, { ...soon, ...options }));
  const passed = (projector: Projector, position: number, view = 'tallies') =>
    projector.positions.passed(view, position, PATIENCE);
  const events = Array.from({ length: 60 }, (_, index) => counted(`tally-${index % 7}`, index));
  const folded = (all: readonly Event[]) => project(tallies, recorded(all));
  const shown = async () => {
    const { value } = await new StoredViews(store).find(tallies, { limit: 100 });
    return new Map(value.items.map(({ id, document }) => [id, document]));
  };

  it('shares a store with another one', async () => {
    const projectors = [await started({ batch: 3 }), await started({ batch: 4 }), await started()];
    for (const event of events) await appendTo(log, event);
    expect(await Promise.all(projectors.map((each) => passed(each, 60)))).toEqual([true, true, true]);
    expect(await shown()).toEqual(folded(events));
  });

  it('tries again, and does nothing twice, when commits fail now and then', async () => {
    store = new MoodyStore();
    await appendTo(log, ...events);
    expect(await passed(await started({ batch: 2 }), 60)).toBe(true);
    expect(await shown()).toEqual(folded(events));
  });

  it('shows what it waits for while the store fails', async () => {
    const projector = await started();
    store.commit = () => Promise.reject(new Error('The disk is full.'));
    await appendTo(log, counted('a'));
    await until(async () => (await projector.status())[0]?.trouble === 'The disk is full.');
    expect(await projector.status()).toMatchObject([{ state: 'waiting', position: 0 }]);

    Reflect.deleteProperty(store, 'commit');
    await passed(projector, 1);
    expect(await projector.status()).toMatchObject([{ state: 'live', position: 1 }]);
    expect((await projector.status())[0]?.trouble).toBeUndefined();
  });

  it('stops at once while it waits for a store', async () => {
    const projector = await started({ waits: { first: 3_600_000, most: 3_600_000 } });
    store.commit = () => Promise.reject(new Error('The disk is full.'));
    await appendTo(log, counted('a'));
    await until(async () => (await projector.status())[0]?.state === 'waiting');
    await projector.stop();
    expect(await store.checkpoint('tallies-v1')).toBe(0);
  });

  it('takes the stored place for true when a backup was restored, even if nothing happens after', async () => {
    const projector = await started();
    await appendTo(log, ...events);
    await passed(projector, 60);
    await store.drop('tallies-v1');
    await until(async () => (await store.checkpoint('tallies-v1')) === 60);
    expect(await shown()).toEqual(folded(events));
  });

  it('notices that a quiet store fails, and goes on when it is back', async () => {
    const projector = await started();
    let left = 3;
    store.checkpoints = () => {
      if (left === 0) return MemoryDocumentStore.prototype.checkpoints.call(store);
      left -= 1;
      return Promise.reject(new Error('The connection is gone.'));
    };
    await until(() => left === 0);
    await until(async () => (await projector.status())[0]?.state === 'live');
    expect((await projector.status())[0]?.trouble).toBeUndefined();
  });

  it('lets a view that is far behind catch up on its own, and then go on with the others', async () => {
    await appendTo(log, ...events);
    const alone = await started();
    await passed(alone, 60);
    await alone.stop();

    const together: string[][] = [];
    store.commit = async (commits) => {
      together.push(commits.map(({ collection }) => collection).filter((name) => name !== 'view-log-end'));
      return MemoryDocumentStore.prototype.commit.call(store, commits);
    };
    const late = { ...tallies, name: 'late' };
    const projector = await started({ apart: 50, batch: 30 }, [tallies, late]);
    await passed(projector, 60, 'late');
    await until(async () => (await projector.status()).every(({ state }) => state === 'live'));
    await appendTo(log, counted('a'));
    await passed(projector, 61, 'late');
    expect(together).toEqual([['late-v1'], ['late-v1'], ['tallies-v1', 'late-v1']]);
  });

  it('keeps the place of a view that fails while it catches up on its own', async () => {
    await appendTo(log, ...events);
    const alone = await started();
    await passed(alone, 60);
    await alone.stop();

    const late = { ...tallies, name: 'late', key: () => JSON.parse('{') as string };
    const projector = await started({ apart: 50 }, [tallies, late]);
    await until(async () => (await projector.status())[1]?.state === 'failed');
    expect(await projector.status()).toMatchObject([{ state: 'live' }, { position: 0, failure: { position: 1 } }]);
  });
});

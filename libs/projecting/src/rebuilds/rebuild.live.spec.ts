import { type Event, type EventStore, project, type ViewStore } from '@annals/event-sourcing';
import { MemoryDocumentStore, MemoryEventStore } from '@annals/store-memory';
import { SqliteDocumentStore, SqliteEventStore } from '@annals/store-sqlite';
import { appendTo, counted, PATIENCE, recorded, stoppedAfterEach, tallies } from '@annals/testing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import { Projector, rebuild, StoredViews } from '../index.js';

const soon = { lookEvery: 2, waits: { first: 1, most: 4 } };

type Stores = { readonly log: EventStore; readonly store: ViewStore };

/** One process, so that both share the stores. */
const together = (): [Stores, Stores] => {
  const stores = { log: new MemoryEventStore(), store: new MemoryDocumentStore() };
  return [stores, stores];
};

/** As two processes would have them: two connections to the same files. */
const apart = (folder: string): [Stores, Stores] => {
  const opened = () => ({
    log: new SqliteEventStore({ file: `${folder}/log.db` }),
    store: new SqliteDocumentStore({ file: `${folder}/views.db` }),
  });
  return [opened(), opened()];
};

describe.each([
  ['the same process', together],
  ['another process', apart],
])('a rebuild beside a live projector of %s', (_, open) => {
  const running = stoppedAfterEach(); // before the stores are closed
  let folder: string;
  let live: Stores;
  let other: Stores;

  beforeEach(() => {
    folder = mkdtempSync(`${tmpdir()}/rebuild-`);
    [live, other] = open(folder);
  });

  afterEach(async () => {
    for (const { log, store } of [live, other]) await Promise.all([log.close(), store.close()]);
    rmSync(folder, { recursive: true });
  });

  const started = ({ log, store }: Stores) => running(new Projector(log, store, [tallies], soon));
  const passed = (projector: Projector, position: number) => projector.positions.passed('tallies', position, PATIENCE);
  const events = Array.from({ length: 40 }, (_, index) => counted(`tally-${index % 7}`, index));
  const folded = (all: readonly Event[]) => project(tallies, recorded(all));
  const shown = async () => {
    const { value } = await new StoredViews(live.store).find(tallies, { limit: 1_000 });
    return new Map(value.items.map(({ id, document }) => [id, document]));
  };

  it('is followed by it, and nothing is lost', async () => {
    const projectors = [await started(live), await started(live)];
    await appendTo(live.log, ...events);
    await Promise.all(projectors.map((projector) => passed(projector, 40)));

    const rebuilding = rebuild(other.log, other.store, tallies, { batch: 3 });
    for (const event of events) await appendTo(live.log, event);
    await rebuilding;
    const { position } = await appendTo(live.log, counted('a'));
    await Promise.all(projectors.map((projector) => passed(projector, position)));
    expect(await live.store.served('tallies')).toBe('tallies-v1.b1');
    expect(await shown()).toEqual(folded([...events, ...events, counted('a')]));
  });

  it('is never seen half-built, and never takes a reader back behind what it has written', async () => {
    const projector = await started(live);
    const views = new StoredViews(live.store, projector.positions);
    let over = false;
    const rebuilding = (async () => {
      for (let round = 0; round < 5; round += 1) await rebuild(other.log, other.store, tallies, { batch: 3 });
    })().finally(() => (over = true));
    for (let sum = 1; !over; sum += 1) {
      const { position } = await appendTo(live.log, counted('a'));
      const { value, stale } = await views.one(tallies, 'a', { position, timeoutMs: PATIENCE });
      expect({ sum: value?.sum, stale }).toEqual({ sum, stale: false });
      await setImmediate();
    }
    await rebuilding;
    expect(await live.store.served('tallies')).toBe('tallies-v1.b5');
  });

  it('lets live commits in between its own', async () => {
    const projector = await started(live);
    await appendTo(live.log, ...events);
    const written: string[] = [];
    for (const { store } of new Set([live, other])) {
      const commit = store.commit.bind(store);
      store.commit = async (commits, lease) => {
        await commit(commits, lease);
        written.push(commits[0]!.collection);
      };
    }
    const rebuilding = rebuild(other.log, other.store, tallies, { batch: 3, cached: 3 });
    let position = 0;
    for (let round = 0; round < 10; round += 1) {
      ({ position } = await appendTo(live.log, counted('a')));
      await setImmediate();
    }
    await rebuilding;
    await passed(projector, position);
    const built = written.flatMap((name, index) => (name === 'tallies-v1.b1' ? [index] : []));
    const between = written.slice(built[0], built.at(-1)).filter((name) => name === 'tallies-v1');
    expect(between.length).toBeGreaterThan(0);
  });

  it('may die right after the switch: the projector goes on with what is served', async () => {
    const projector = await started(live);
    await appendTo(live.log, ...events);
    await passed(projector, 40);
    await other.store.open({ name: 'tallies-v1.b1', fields: { sum: 'one', marks: 'many' }, indexes: [['sum']] });
    await other.store.serve('tallies', 'tallies-v1.b1');
    const { stale } = await new StoredViews(live.store).one(tallies, 'a', { position: 40, timeoutMs: PATIENCE });
    expect(stale).toBe(false);
    expect(await shown()).toEqual(folded(events));
  });
});

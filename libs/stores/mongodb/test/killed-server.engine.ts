import { project } from '@annals/event-sourcing';
import { Projector, rebuild, StoredViews } from '@annals/projecting';
import { MemoryEventStore } from '@annals/store-memory';
import { MongoDocumentStore } from '@annals/store-mongodb';
import { appendTo, counted, moved, PATIENCE, recorded, tallies, until } from '@annals/testing';
import { startMongo, type NativeMongo } from '../../../../infra/native/mongo.mjs';

const KILLS = 6;
const soon = { lookEvery: 20, batch: 20, waits: { first: 5, most: 100 } };

/** Detects that the server has lost data. */
class WatchedStore extends MongoDocumentStore {
  setBacks = 0;
  private furthest = 0;

  override async checkpoints() {
    const checkpoints = await super.checkpoints();
    const checkpoint = checkpoints.get('tallies-v1') ?? this.furthest;
    if (checkpoint < this.furthest) this.setBacks += 1;
    this.furthest = checkpoint;
    return checkpoints;
  }
}

describe('a server that is killed and has forgotten the last seconds', () => {
  let mongo: NativeMongo;
  let store: WatchedStore;

  beforeEach(async () => {
    mongo = await startMongo();
    store = new WatchedStore({ url: `${mongo.url}?serverSelectionTimeoutMS=2000` });
  });

  afterEach(async () => {
    await store.close();
    await mongo.stop();
  });

  const shown = async () => {
    const { value } = await new StoredViews(store).find(tallies, { limit: 100 });
    return new Map(value.items.map(({ id, document }) => [id, document]));
  };

  it('answers with an error while it is away, and again when it is back', async () => {
    await store.open({ name: 'people-v1', fields: {}, indexes: [] });
    await mongo.kill();
    await expect(store.checkpoint('people-v1')).rejects.toThrow();
    await mongo.restart();
    await store.open({ name: 'people-v1', fields: {}, indexes: [] });
    expect(await store.checkpoint('people-v1')).toBe(0);
  });

  it('is filled from where it is: the views come out as a rebuild makes them', async () => {
    const log = new MemoryEventStore();
    const projector = new Projector(log, store, [tallies], soon);
    await projector.start();
    const events = Array.from({ length: 2_000 }, (_, index) =>
      index % 3 === 0 ? moved(`t-${index % 7}`, `t-${index % 5}`, index) : counted(`t-${index % 11}`, index),
    );
    for (let kill = 0; kill < KILLS || store.setBacks === 0; kill += 1) {
      const { position } = await appendTo(log, ...events.slice(kill * 100, (kill + 1) * 100));
      expect(await projector.positions.passed('tallies', position, PATIENCE)).toBe(true);
      await mongo.kill();
      await mongo.restart();
    }
    const head = await log.head();
    await until(async () => {
      const [view] = await projector.status().catch(() => []);
      return view?.state === 'live' && view.position === head;
    });
    await projector.stop();

    const expected = project(tallies, recorded(events.slice(0, head)));
    expect(await shown()).toEqual(expected);
    await rebuild(log, store, tallies);
    expect(await shown()).toEqual(expected);
  });
});

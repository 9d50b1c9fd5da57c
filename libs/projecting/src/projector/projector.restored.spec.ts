import { NO_STREAM } from '@annals/event-sourcing';
import { MemoryDocumentStore, MemoryEventStore } from '@annals/store-memory';
import { appendTo, counted, newEvent, PATIENCE, smudged, stoppedAfterEach, tallies, until } from '@annals/testing';
import { shown } from '../../test/laws.js';
import { folded, logOf, RestorableLog } from '../../test/restored.js';
import { Projector, skipParked, StoredViews, type AnyProjection } from '../index.js';

const soon = { lookEvery: 2, waits: { first: 1, most: 4 } };

describe('views of a log that was restored from an older backup', () => {
  const running = stoppedAfterEach();
  let store: MemoryDocumentStore;
  let log: MemoryEventStore;

  const [old, lost, after] = [counted('old'), counted('lost'), counted('after')];
  const started = (of: MemoryEventStore = log, projection: AnyProjection = tallies) =>
    running(new Projector(of, store, [projection], soon));
  const passed = (projector: Projector, position: number) => projector.positions.passed('tallies', position, PATIENCE);
  const tallied = async () => (await store.collections()).filter((name) => /^tallies-v\d+(\.b\d+)?$/.test(name));

  beforeEach(async () => {
    store = new MemoryDocumentStore();
    const whole = await logOf(old, lost, lost, lost);
    const before = await started(whole);
    await passed(before, 4);
    await before.stop();
    log = await logOf(old);
  });

  it('are built anew at the start, and nothing that was lost is left to roll back to', async () => {
    const projector = await started();
    await until(async () => (await projector.status())[0]?.state === 'live');
    await appendTo(log, after);
    expect(await passed(projector, 2)).toBe(true);
    expect(await shown(store)).toEqual(folded(old, after));
    expect(await tallied()).toEqual(['tallies-v1.b1']);
    expect((await projector.status())[0]?.previous).toBeUndefined();
  });

  it('are built anew when the log goes back under a projector', async () => {
    const restorable = new RestorableLog();
    store = new MemoryDocumentStore();
    const projector = await started(restorable);
    await appendTo(restorable, old, lost, lost);
    await passed(projector, 3);
    restorable.restore(log);
    await until(async () => (await store.served('tallies')) === 'tallies-v1.b1');
    await appendTo(log, after);
    await until(async () => (await store.checkpoint('tallies-v1.b1')) === 2);
    expect(await shown(store)).toEqual(folded(old, after));
  });

  it('have passed nothing to readers until they are built', async () => {
    const gate = Promise.withResolvers<void>();
    log.readAll = async function* (...args) {
      await gate.promise;
      yield* MemoryEventStore.prototype.readAll.apply(log, args);
    };
    const projector = await started();
    const { position } = await appendTo(log, after);
    const freshness = { position, timeoutMs: 0 };
    expect(await projector.positions.passed('tallies', position, 0)).toBe(false);
    expect(await new StoredViews(store).one(tallies, 'after', freshness)).toMatchObject({ position: 0, stale: true });
    gate.resolve();
    await passed(projector, position);
    expect(await new StoredViews(store).one(tallies, 'after', freshness)).toMatchObject({ position, stale: false });
  });

  it('are built anew even if the log has outgrown them before that is done', async () => {
    store.served = async (name) => {
      const served = await MemoryDocumentStore.prototype.served.call(store, name);
      if (name === 'tallies/ahead' && served) throw new Error('The connection is gone.');
      return served;
    };
    const projector = running(new Projector(log, store, [tallies], soon));
    await projector.catch(() => undefined);
    Reflect.deleteProperty(store, 'served');
    await appendTo(log, after, after, after, after, after);
    await passed(await started(), 6);
    expect(await shown(store)).toEqual(folded(old, after, after, after, after, after));
  });

  it('are built anew when the log has outgrown them while no projector ran', async () => {
    const logWith = async (...ids: readonly string[]) => {
      const same = new MemoryEventStore(0, 'log');
      await same.append(
        'test',
        NO_STREAM,
        ids.map((id) => ({ ...newEvent(id), ...counted(id) })),
      );
      return same;
    };
    store = new MemoryDocumentStore();
    const before = await started(await logWith('old', 'lost'));
    await passed(before, 2);
    await before.stop();
    await passed(await started(await logWith('old', 'after', 'later')), 3);
    expect([...(await shown(store)).keys()]).toEqual(['after', 'later', 'old']);
  });

  it('are built once by several processes', async () => {
    const projectors = await Promise.all([started(), started(), started()]);
    const { position } = await appendTo(log, after);
    for (const projector of projectors) expect(await passed(projector, position)).toBe(true);
    expect(await shown(store)).toEqual(folded(old, after));
    await until(async () => (await tallied()).length === 1);
  });

  it('are built anew under a new version, too, also if that was half built', async () => {
    const newer = { ...tallies, version: 2 };
    await store.open({ name: 'tallies-v2', fields: { sum: 'one', marks: 'many' }, indexes: [['sum']] });
    const checkpoint = { expected: 0, next: 3 };
    const write = { id: 'lost', position: 3, body: { sum: 9, marks: [] }, fields: { sum: 9, marks: [] } };
    await store.commit([{ collection: 'tallies-v2', writes: [write], checkpoint }]);
    const projector = await started(log, newer);
    const { position } = await appendTo(log, after);
    await passed(projector, position);
    expect(await shown(store)).toEqual(folded(old, after));
    expect(await tallied()).toEqual(['tallies-v2.b1']);
  });

  it('wait when one of the events does not fit, until it is left out', async () => {
    await appendTo(log, smudged('a'));
    const projector = await started();
    await until(async () => (await projector.status())[0]?.state === 'failed');
    expect((await projector.status())[0]?.failure).toMatchObject({ position: 2, building: 'tallies-v1.b1' });
    await skipParked(log, store, tallies, 'a', { reason: 'It was a test.', actor: 'ann' });
    await passed(projector, 2);
    expect(await shown(store)).toEqual(folded(old));
  });
});

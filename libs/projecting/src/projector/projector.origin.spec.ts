import { MemoryDocumentStore, type MemoryEventStore } from '@annals/store-memory';
import { appendTo, counted, PATIENCE, stoppedAfterEach, tallies, until } from '@annals/testing';
import { shown } from '../../test/laws.js';
import { folded, logOf } from '../../test/restored.js';
import { Projector, rebuild, rollBack, type AnyProjection } from '../index.js';

const soon = { lookEvery: 2, waits: { first: 1, most: 4 } };

describe('views of another log', () => {
  const running = stoppedAfterEach();
  let store: MemoryDocumentStore;
  let first: MemoryEventStore;

  const [one, other, after] = [counted('one'), counted('other'), counted('after')];
  const started = (log: MemoryEventStore, projection: AnyProjection = tallies) =>
    running(new Projector(log, store, [projection], soon));
  const live = (projector: Projector, position: number) =>
    until(async () => {
      const [view] = await projector.status();
      return view?.state === 'live' && view.position === position;
    });
  const shownOnceLive = async (log: MemoryEventStore, projection: AnyProjection = tallies) => {
    const projector = await started(log, projection);
    await live(projector, await log.head());
    await projector.stop();
    return shown(store);
  };

  beforeEach(async () => {
    store = new MemoryDocumentStore();
    first = await logOf(one, one, one);
    expect(await shownOnceLive(first)).toEqual(folded(one, one, one));
  });

  it.each([
    ['longer', [other, other, other, other]],
    ['as long', [other, other, other]],
    ['shorter', [other]],
    ['empty', []],
  ])('are rebuilt beside when the other log is %s', async (_, events) => {
    const log = await logOf(...events);
    expect(await shownOnceLive(log)).toEqual(folded(...events));
    expect(await store.served('tallies')).toBe('tallies-v1.b1');
    await appendTo(log, after);
    expect(await shownOnceLive(log)).toEqual(folded(...events, after));
    expect(await store.served('tallies')).toBe('tallies-v1.b1');
  });

  it('have passed nothing to readers until they are rebuilt', async () => {
    const log = await logOf(other, other, other, other);
    const projector = await started(log);
    expect(await projector.positions.passed('tallies', 4, PATIENCE)).toBe(true);
    expect(await shown(store)).toEqual(folded(other, other, other, other));
  });

  it('are rebuilt again on the way back', async () => {
    await shownOnceLive(await logOf(other, other, other, other));
    expect(await shownOnceLive(first)).toEqual(folded(one, one, one));
  });

  it('are not continued when the other log left them half built', async () => {
    const next = { ...tallies, version: 2 };
    const log = await logOf(other, other, other, other);
    await store.open({ name: 'tallies-v2', fields: {}, indexes: [] });
    await store.serve('tallies-v2/log', await first.identity());
    const stale = { id: 'stale', position: 2, body: {}, fields: {} };
    await store.commit([{ collection: 'tallies-v2', writes: [stale], checkpoint: { expected: 0, next: 2 } }]);
    expect(await shownOnceLive(log, next)).toEqual(folded(other, other, other, other));
    expect(await store.served('tallies')).toBe('tallies-v2.b1');
  });

  it('are rebuilt when a roll-back brings them back', async () => {
    const log = await logOf(other, other, other, other);
    await shownOnceLive(log);
    await store.open({ name: 'tallies-v1', fields: {}, indexes: [] });
    await rebuild(log, store, tallies);
    await store.serve('tallies/previous', 'tallies-v1.b1');
    await store.serve('tallies-v1.b1/log', await first.identity());
    await rollBack(store, 'tallies');
    expect(await shownOnceLive(log)).toEqual(folded(other, other, other, other));
  });

  it('of before logs had identities belong to the log that is found', async () => {
    store.servedByView = async () => {
      const served = await MemoryDocumentStore.prototype.servedByView.call(store);
      return new Map([...served].filter(([view]) => !view.endsWith('/log')));
    };
    await appendTo(first, after);
    expect(await shownOnceLive(first)).toEqual(folded(one, one, one, after));
    expect(await store.served('tallies')).toBe('tallies-v1');
  });
});

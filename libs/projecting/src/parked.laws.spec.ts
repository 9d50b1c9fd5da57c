import { project, type DocumentStore, type Event, type EventStore } from '@annals/event-sourcing';
import { MemoryDocumentStore, MemoryEventStore } from '@annals/store-memory';
import { SqliteDocumentStore, SqliteEventStore } from '@annals/store-sqlite';
import { anyTallyEvent, appendTo, recorded, tallies, type Tally } from '@annals/testing';
import fc from 'fast-check';
import { parkedKeys, Projector, rebuild, retryParked, skipParked, type AnyProjection } from './index.js';

const PATIENCE = 4_000; // ms
const file = ':memory:';
const decision = { reason: 'It was a test.', actor: 'ann' };

type Fault = { readonly key: string; readonly position: number };

/** `tallies`, but for the given keys it throws on the events at the given positions. */
const broken = (faults: readonly Fault[]): AnyProjection => {
  type Step = (tally: Tally | null, event: { position: number }, key: string) => Tally | null;
  const steps = Object.entries(tallies.on).map(([type, step]) => {
    const careful: Step = (tally, event, key) => {
      if (faults.some((fault) => fault.key === key && fault.position === event.position)) throw new Error('No.');
      return (step as unknown as Step)(tally, event, key);
    };
    return [type, careful];
  });
  return { ...tallies, on: Object.fromEntries(steps) as typeof tallies.on };
};

describe.each([
  ['memory', () => new MemoryEventStore(), () => new MemoryDocumentStore()],
  ['SQLite', () => new SqliteEventStore({ file }), () => new SqliteDocumentStore({ file })],
] as const)('parked keys in %s', (_, newLog, newStore) => {
  const anyEvents = fc.array(anyTallyEvent, { minLength: 1, maxLength: 20 });
  const anyFaults = fc.array(fc.record({ key: fc.constantFrom('a', 'b'), position: fc.integer({ min: 1, max: 30 }) }), {
    maxLength: 6,
  });
  const anyBatch = fc.integer({ min: 1, max: 9 });

  type Drawn = readonly [readonly Event[], readonly Event[], readonly Fault[], number];
  type Given = { log: EventStore; store: DocumentStore; run: (projection: AnyProjection) => Promise<void> };
  const holds = (law: (drawn: Drawn, given: Given) => Promise<void>) =>
    fc.assert(
      fc.asyncProperty(fc.tuple(anyEvents, anyEvents, anyFaults, anyBatch), async (drawn) => {
        const [log, store] = [newLog(), newStore()];
        const run = async (projection: AnyProjection) => {
          const projector = new Projector(log, store, [projection], { batch: drawn[3] });
          await projector.start();
          await projector.positions.passed('tallies', await log.head(), PATIENCE);
          await projector.stop();
        };
        await law(drawn, { log, store, run });
        await log.close();
        await store.close();
      }),
    );
  const shown = async (store: DocumentStore) => {
    const { documents } = await store.find((await store.served('tallies'))!, { limit: 100 });
    return new Map(documents.map(({ id, body }) => [id, body]));
  };
  const without = (views: ReadonlyMap<string, object>, keys: ReadonlySet<string>) =>
    new Map([...views].filter(([id]) => !keys.has(id)));

  it('change nothing for the others', () =>
    holds(async ([before, after, faults], { log, store, run }) => {
      for (const events of [before, after]) {
        await appendTo(log, ...events);
        await run(broken(faults));
      }
      const keys = new Set((await parkedKeys(store, 'tallies')).map(({ key }) => key));
      const whole = project(tallies, recorded([...before, ...after]));
      expect(without(await shown(store), keys)).toEqual(without(whole, keys));
    }));

  it('show the same, once mended and retried, as if they had never failed', () =>
    holds(async ([before, after, faults], { log, store, run }) => {
      await appendTo(log, ...before);
      await run(broken(faults));
      await appendTo(log, ...after);
      await run(tallies);
      for (const { key } of await parkedKeys(store, 'tallies')) await retryParked(log, store, tallies, key);
      await run(tallies);
      expect(await shown(store)).toEqual(project(tallies, recorded([...before, ...after])));
    }));

  it('show the same, when their events are skipped, as after a rebuild', () =>
    holds(async ([before, after, faults], { log, store, run }) => {
      await appendTo(log, ...before, ...after);
      await run(broken(faults));
      for (let keys; (keys = await parkedKeys(store, 'tallies')).length > 0;) {
        for (const { key } of keys) await skipParked(log, store, broken(faults), key, decision);
      }
      const incremental = await shown(store);
      await rebuild(log, store, broken(faults), { batch: 3 });
      expect(await shown(store)).toEqual(incremental);
    }));
});

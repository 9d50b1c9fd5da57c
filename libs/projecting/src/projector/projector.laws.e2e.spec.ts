import { project, type Event } from '@annals/event-sourcing';
import { anyTallyEvent, appendTo, PATIENCE, recorded, tallies } from '@annals/testing';
import fc from 'fast-check';
import { LAWS, shown } from '../../test/laws.js';
import { LanedProjector, rebuild } from '../index.js';

describe.each(LAWS)('views in %s', (_, holds) => {
  const anyEvents = fc.array(anyTallyEvent, { minLength: 1, maxLength: 30 });
  const folded = (events: readonly Event[]) => project(tallies, recorded(events));

  it('show the same for any size of batch and of memory', () =>
    holds(fc.tuple(anyEvents, fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 4 })), async (drawn, given) => {
      const [events, batch, cached] = drawn;
      await appendTo(given.log, ...events);
      await given.run({ batch, cached });
      expect(await shown(given.store)).toEqual(folded(events));
    }));

  it('show the same after any stops', () =>
    holds(fc.array(anyEvents, { maxLength: 4 }), async (parts, { log, store, run }) => {
      await run();
      for (const part of parts) {
        await appendTo(log, ...part);
        await run({ batch: 3 });
      }
      expect(await shown(store)).toEqual(folded(parts.flat()));
    }));

  it('show the same when events come again', () =>
    holds(fc.tuple(anyEvents, fc.nat({ max: 30 })), async ([events, back], { log, store, run }) => {
      const { position } = await appendTo(log, ...events);
      await run();
      const checkpoint = { expected: position, next: Math.min(back, position) };
      await store.commit([{ collection: 'tallies-v1', writes: [], checkpoint }]);
      await run({ batch: 2 });
      expect(await store.checkpoint('tallies-v1')).toBe(position);
      expect(await shown(store)).toEqual(folded(events));
    }));

  it('show the same over any number of lanes', () =>
    holds(fc.tuple(anyEvents, anyEvents, fc.integer({ min: 1, max: 5 })), async (drawn, { log, store, run }) => {
      const [before, after, lanes] = drawn;
      await appendTo(log, ...before);
      await run();
      const { position } = await appendTo(log, ...after);
      const projector = new LanedProjector(log, store, [tallies], { lanes, batch: 4, lookEvery: 2 });
      await projector.start();
      expect(await projector.positions.passed('tallies', position, PATIENCE)).toBe(true);
      await projector.stop();
      expect(await shown(store)).toEqual(folded([...before, ...after]));
    }));

  it('show the same after a rebuild', () =>
    holds(fc.tuple(anyEvents, anyEvents), async ([before, after], { log, store, run }) => {
      await appendTo(log, ...before);
      await run();
      const { collection, position, documents } = await rebuild(log, store, tallies, { batch: 4, cached: 2 });
      expect(await shown(store)).toEqual(folded(before));
      expect([await store.served('tallies'), position]).toEqual([collection, before.length]);
      expect(documents).toBe(folded(before).size);

      await appendTo(log, ...after);
      await run();
      expect(await shown(store)).toEqual(folded([...before, ...after]));
    }));
});

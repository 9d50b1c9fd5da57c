import type { Event } from '@annals/event-sourcing';
import { MemoryDocumentStore, MemoryEventStore } from '@annals/store-memory';
import { anyTallyEvent, appendTo, counted, PATIENCE, stoppedAfterEach, tallies } from '@annals/testing';
import fc from 'fast-check';
import { shown } from '../../test/laws.js';
import { folded, logOf } from '../../test/restored.js';
import { LanedProjector, Projector } from '../index.js';

const soon = { lookEvery: 2, waits: { first: 1, most: 4 } };

describe('views and the head of their log', () => {
  const running = stoppedAfterEach();

  it('show what a rebuild shows after an older backup of the log, whatever was lost and came after, over any number of lanes', () => {
    const anyEvents = fc.array(anyTallyEvent, { minLength: 1, maxLength: 12 });
    const lanes = fc.integer({ min: 1, max: 3 });
    return fc.assert(
      fc.asyncProperty(fc.tuple(anyEvents, anyEvents, anyEvents, lanes, lanes), async (drawn) => {
        const [kept, gone, next, lanesBefore, lanesAfter] = drawn;
        const store = new MemoryDocumentStore();
        const run = async (log: MemoryEventStore, lanes: number, then: readonly Event[]) => {
          const projector = new LanedProjector(log, store, [tallies], { ...soon, lanes, batch: 3 });
          await projector.start();
          if (then.length > 0) await appendTo(log, ...then);
          expect(await projector.positions.passed('tallies', await log.head(), PATIENCE)).toBe(true);
          await projector.stop();
        };
        await run(await logOf(...kept, ...gone), lanesBefore, []);
        await run(await logOf(...kept), lanesAfter, next);
        expect(await shown(store)).toEqual(folded(...kept, ...next));
      }),
      { numRuns: 50 },
    );
  });

  it('are never taken for ahead while others append and take', async () => {
    const log = new MemoryEventStore();
    const store = new MemoryDocumentStore();
    const started = () => running(new Projector(log, store, [tallies], soon));
    const projectors = [await started(), await started()] as const;
    for (let count = 1; count <= 300; count += 1) {
      await appendTo(log, counted('a'));
      if (count % 30 > 0) continue;
      await projectors[0].stop();
      await projectors[0].start();
    }
    for (const projector of projectors) await projector.positions.passed('tallies', 300, PATIENCE);
    expect(await store.served('tallies/ahead')).toBeUndefined();
    expect(await store.served('tallies')).toBe('tallies-v1');
  });
});

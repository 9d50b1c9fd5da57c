import { project } from '@annals/event-sourcing';
import { anyTallyEvent, appendTo, recorded, tallies, type Tally } from '@annals/testing';
import fc from 'fast-check';
import { LAWS, shown } from '../../test/laws.js';
import { parkedKeys, rebuild, retryParked, skipParked, type AnyProjection } from '../index.js';

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

describe.each(LAWS)('parked keys in %s', (_, holds) => {
  const anyEvents = fc.array(anyTallyEvent, { minLength: 1, maxLength: 20 });
  const anyFaults = fc.array(fc.record({ key: fc.constantFrom('a', 'b'), position: fc.integer({ min: 1, max: 30 }) }), {
    maxLength: 6,
  });
  const anyBatch = fc.integer({ min: 1, max: 9 });
  const any = fc.tuple(anyEvents, anyEvents, anyFaults, anyBatch);

  const without = (views: ReadonlyMap<string, object>, keys: ReadonlySet<string>) =>
    new Map([...views].filter(([id]) => !keys.has(id)));

  it('change nothing for the others', () =>
    holds(any, async ([before, after, faults, batch], { log, store, run }) => {
      for (const events of [before, after]) {
        await appendTo(log, ...events);
        await run({ batch }, broken(faults));
      }
      const keys = new Set((await parkedKeys(store, 'tallies')).map(({ key }) => key));
      const whole = project(tallies, recorded([...before, ...after]));
      expect(without(await shown(store), keys)).toEqual(without(whole, keys));
    }));

  it('show the same, once mended and retried, as if they had never failed', () =>
    holds(any, async ([before, after, faults, batch], { log, store, run }) => {
      await appendTo(log, ...before);
      await run({ batch }, broken(faults));
      await appendTo(log, ...after);
      await run({ batch });
      for (const { key } of await parkedKeys(store, 'tallies')) await retryParked(log, store, tallies, key);
      await run({ batch });
      expect(await shown(store)).toEqual(project(tallies, recorded([...before, ...after])));
    }));

  it('show the same, when their events are skipped, as after a rebuild', () =>
    holds(any, async ([before, after, faults, batch], { log, store, run }) => {
      await appendTo(log, ...before, ...after);
      await run({ batch }, broken(faults));
      for (let keys; (keys = await parkedKeys(store, 'tallies')).length > 0;) {
        for (const { key } of keys) await skipParked(log, store, broken(faults), key, decision);
      }
      const incremental = await shown(store);
      await rebuild(log, store, broken(faults), { batch: 3 });
      expect(await shown(store)).toEqual(incremental);
    }));
});

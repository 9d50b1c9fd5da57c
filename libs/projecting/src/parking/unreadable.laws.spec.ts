import { project, type Event } from '@annals/event-sourcing';
import { counted, moved, tallies } from '@annals/testing';
import fc from 'fast-check';
import { broken, stage } from '../../test/unreadable.js';
import { rebuild } from '../index.js';

it('never changes another document, and parks the same in a rebuild as live', async () => {
  const key = fc.constantFrom('a', 'b', 'c');
  const readable = fc.oneof(
    key.map((tally) => counted(tally)),
    fc.tuple(key, key).map((args) => moved(...args)),
  );
  const any = fc.oneof({ weight: 6, arbitrary: readable }, { weight: 1, arbitrary: key.map(broken) });
  await fc.assert(
    fc.asyncProperty(
      fc.array(any, { minLength: 1, maxLength: 25 }),
      fc.integer({ min: 1, max: 9 }),
      async (events, batch) => {
        const { told, run, shown, log, store, parked } = stage();
        await told('s', ...events);
        await run(batch);
        const keys = new Set((await parked()).map((each) => each.key));
        const isBroken = ({ data }: Event) => Object.keys(data).length === 1;
        expect(keys).toEqual(new Set(events.filter(isBroken).map(({ data }) => (data as { tally: string }).tally)));
        const whole = project(tallies, (await Array.fromAsync(log.readAll(0))).flat());
        const others = (documents: ReadonlyMap<string, object>) =>
          new Map([...documents].filter(([id]) => !keys.has(id)));
        const [live, parkedLive] = [await shown(), await parked()];
        expect(others(live)).toEqual(others(whole));
        await rebuild(log, store, tallies, { batch, cached: 2 });
        expect(await shown()).toEqual(live);
        const bare = (list: Awaited<ReturnType<typeof parked>>) => list.map(({ since, ...rest }) => rest);
        expect(bare(await parked())).toEqual(bare(parkedLive));
      },
    ),
    { numRuns: 60 },
  );
});

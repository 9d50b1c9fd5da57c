import { project } from '@annals/event-sourcing';
import { counted, moved, recorded, smudged, tallies } from '@annals/testing';
import { mended, parking } from '../../test/parking.js';
import { parkedPage, rebuild, status } from '../index.js';

describe('a key on whose event a projection throws', () => {
  const desk = parking();

  it('is parked as it was, while other keys and the view go on', async () => {
    await desk.told(counted('a'), smudged('a'), counted('b'), counted('a'));
    expect([await desk.sumOf('a'), await desk.sumOf('b')]).toEqual([1, 1]);
    expect(await status(desk.log, desk.store, [tallies])).toMatchObject([{ state: 'live', position: 4, parked: 1 }]);
  });

  it('is listed with its event and with what waits for it', async () => {
    await desk.told(counted('a'), smudged('a'));
    await desk.told(counted('a'), counted('b'));
    await desk.told(moved('b', 'a'));
    expect(await desk.parked()).toEqual([
      {
        ...{ key: 'a', eventId: 'event-1', type: 'Smudged', position: 2, message: 'It cannot be read.' },
        since: expect.stringMatching(/Z$/) as string,
        waiting: { events: 2, first: 3, last: 5 },
      },
    ]);
    expect(await desk.sumOf('b')).toBe(0);
  });

  it('is listed page by page, that of the oldest event first', async () => {
    await desk.told(smudged('c'), smudged('a'), smudged('b'));
    const first = await parkedPage(desk.store, 'tallies', { limit: 2 });
    expect(first.items.map(({ key }) => key)).toEqual(['c', 'a']);
    const second = await parkedPage(desk.store, 'tallies', { limit: 2, after: first.next! });
    expect(second).toMatchObject({ items: [{ key: 'b' }], next: null });
    expect(await parkedPage(desk.store, 'unheard', { limit: 2 })).toEqual({ items: [], next: null });
  });

  it('is parked alone when its event concerns others, too', async () => {
    const fussy = {
      ...tallies,
      on: {
        ...tallies.on,
        Moved: (tally: never, event: never, key: string) =>
          key === 'a' ? (JSON.parse('{') as never) : tallies.on.Moved(tally, event, key),
      },
    };
    await desk.restarted(fussy);
    await desk.told(moved('a', 'b', 3));
    expect((await desk.parked()).map(({ key }) => key)).toEqual(['a']);
    expect([await desk.sumOf('a'), await desk.sumOf('b')]).toEqual([undefined, 3]);
  });

  it('is parked on the event after which a declared field cannot be computed', async () => {
    const field = { of: ({ sum }: { sum: number }) => (sum > 1 ? (JSON.parse('{') as number) : sum) };
    await desk.store.drop('tallies-v1');
    await desk.restarted({ ...tallies, fields: { sum: field } });
    await desk.told(counted('a'), counted('a'), counted('a'), counted('b'));
    expect(await desk.parked()).toMatchObject([{ key: 'a', position: 2, waiting: { events: 1 } }]);
    expect([await desk.sumOf('a'), await desk.sumOf('b')]).toEqual([1, 1]);
  });

  it('is not parked for a document that was spoilt in memory only', async () => {
    const careless = {
      ...tallies,
      on: {
        ...tallies.on,
        Smudged: (tally: { sum: number } | null) => {
          Object.assign(tally!, { sum: Number.NaN });
          return tally;
        },
        Counted: (tally: { sum: number } | null, { data: { by } }: { data: { by: number } }) => {
          if (Number.isNaN(tally?.sum)) throw new Error('It is spoilt.');
          return { sum: (tally?.sum ?? 0) + by, marks: [] };
        },
      },
    };
    await desk.restarted(careless);
    await desk.told(counted('a'));
    await desk.told(smudged('a'));
    await desk.told(counted('a'));
    expect(await desk.parked()).toEqual([]);
    expect(await desk.sumOf('a')).toBe(2);
  });

  it('stays parked over restarts', async () => {
    await desk.told(smudged('a'));
    await desk.restarted(tallies);
    await desk.told(counted('a'));
    expect(await desk.parked()).toMatchObject([{ key: 'a', waiting: { events: 1, first: 2, last: 2 } }]);
  });

  it('takes a rebuild by a mended program, and is parked no more', async () => {
    await desk.told(smudged('a'), counted('a'));
    await desk.restarted(mended);
    await rebuild(desk.log, desk.store, mended);
    expect(await desk.parked()).toEqual([]);
    expect(await desk.sumOf('a')).toBe(101);
    expect(project(mended, recorded([smudged('a'), counted('a')])).get('a')?.sum).toBe(101);
  });
});

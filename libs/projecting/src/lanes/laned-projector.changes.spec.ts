import { appendTo, counted, PATIENCE, smudged, tallies, until } from '@annals/testing';
import { events, folded, laneDesk, soon } from '../../test/lanes.js';
import { mended } from '../../test/parking.js';
import { parkedKeys, Projector, rebuild, retryParked } from '../index.js';

describe('projectors that share lanes', () => {
  const desk = laneDesk();

  it.each([1, 2, 7])('go on where they were when there are %i lanes instead', async (lanes) => {
    const before = await desk.started('before', 3);
    await appendTo(desk.log, ...events);
    await desk.passed(before, 60);
    await before.stop();
    await appendTo(desk.log, ...events);
    const after = await desk.started('after', lanes);
    await desk.passed(after, 120);
    await after.stop();
    await appendTo(desk.log, ...events);
    const again = await desk.started('again', 3);
    await desk.passed(again, 180);
    expect(await desk.shown()).toEqual(folded(...events, ...events, ...events));
  });

  it('may be replaced by one projector without lanes', async () => {
    const before = await desk.started('before', 3);
    await appendTo(desk.log, ...events);
    await desk.passed(before, 60);
    await before.stop();
    await appendTo(desk.log, ...events);
    const projector = await desk.stopped(new Projector(desk.log, desk.store, [tallies], soon));
    await projector.positions.passed('tallies', 120, PATIENCE);
    expect(await desk.shown()).toEqual(folded(...events, ...events));
  });

  it('build a newer version with all lanes of its program, while those of the old one go on until it is served', async () => {
    const older = await desk.started('older', 2);
    const newer = await desk.started('newer', 2, [{ ...tallies, version: 2 }]);
    await older.beat();
    await newer.beat();
    expect([older.lanes, newer.lanes]).toEqual([
      [0, 1],
      [0, 1],
    ]);
    await appendTo(desk.log, ...events);
    await until(async () => (await desk.store.served('tallies')) === 'tallies-v2');
    await desk.passed(newer, 60);
    expect(await desk.shown()).toEqual(folded(...events));
  });

  it('park keys each for itself, and take up those that are freed', async () => {
    const projector = await desk.started('one');
    await appendTo(desk.log, smudged('a'), counted('a'), smudged('b'), counted('c'));
    await desk.passed(projector, 4);
    expect((await parkedKeys(desk.store, 'tallies')).map(({ key }) => key)).toEqual(['a', 'b']);
    await projector.stop();

    const next = await desk.started('next', 4, [mended]);
    await retryParked(desk.log, desk.store, mended, 'a');
    await retryParked(desk.log, desk.store, mended, 'b');
    await appendTo(desk.log, counted('a'), counted('b'));
    await desk.passed(next, 6);
    expect([...(await desk.shown())].map(([id, { sum }]) => [id, sum])).toEqual([
      ['a', 102],
      ['b', 101],
      ['c', 1],
    ]);
  });

  it('follow a rebuild, and build a new version once', async () => {
    const projector = await desk.started('one');
    await appendTo(desk.log, ...events);
    await desk.passed(projector, 60);
    await rebuild(desk.log, desk.store, tallies, { batch: 7 });
    await appendTo(desk.log, ...events);
    await desk.passed(projector, 120);
    expect(await desk.store.served('tallies')).toBe('tallies-v1.b1');
    expect(await desk.shown()).toEqual(folded(...events, ...events));
    await projector.stop();

    const newer = await desk.started('newer', 4, [{ ...tallies, version: 2 }]);
    await until(async () => (await desk.store.served('tallies')) === 'tallies-v2');
    await appendTo(desk.log, ...events);
    await desk.passed(newer, 180);
    expect(await desk.shown()).toEqual(folded(...events, ...events, ...events));
  });
});

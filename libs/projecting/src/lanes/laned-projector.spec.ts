import { appendTo, PATIENCE, tallies, unrelated, until } from '@annals/testing';
import { events, folded, laneDesk, soon, TTL } from '../../test/lanes.js';
import { LanedProjector, lanesHeld, Projector } from '../index.js';

describe('projectors that share lanes', () => {
  const desk = laneDesk();

  it('tells who runs which lane', async () => {
    const one = await desk.started('one', 2);
    expect(await lanesHeld(desk.store)).toEqual([
      { lane: '0 of 2', owner: 'one' },
      { lane: '1 of 2', owner: 'one' },
    ]);
    await one.stop();
    expect(await lanesHeld(desk.store)).toEqual([]);
  });

  it('keep neither lanes nor heartbeats when they are stopped while they start', async () => {
    const projector = new LanedProjector(desk.log, desk.store, [tallies], {
      lanes: 4,
      owner: 'one',
      ttl: TTL,
      ...soon,
    });
    const starting = projector.start();
    await projector.stop();
    await starting;
    expect([projector.lanes, await lanesHeld(desk.store)]).toEqual([[], []]);
    expect(projector['timer']).toBeUndefined();
  });

  it('are one projector to readers', async () => {
    const projector = await desk.started('one');
    expect(projector.lanes).toEqual([0, 1, 2, 3]);
    await appendTo(desk.log, ...events, unrelated);
    expect(await desk.passed(projector, 61)).toBe(true);
    expect(await desk.shown()).toEqual(folded(...events));
    expect(await projector.status()).toMatchObject([{ state: 'live', position: 61, lag: { events: 0 } }]);
  });

  it('share the lanes evenly, and again when one leaves', async () => {
    const [one, other] = [await desk.started('one'), await desk.started('other')];
    await one.beat();
    await other.beat();
    expect([one.lanes.length, other.lanes.length]).toEqual([2, 2]);
    expect([...one.lanes, ...other.lanes].toSorted()).toEqual([0, 1, 2, 3]);
    await appendTo(desk.log, ...events);
    await desk.passed(one, 60);
    expect(await desk.shown()).toEqual(folded(...events));
    await other.stop();
    await one.beat();
    expect(one.lanes).toEqual([0, 1, 2, 3]);
  });

  it('take over from one that gives no sign of life, and nothing that it does later counts', async () => {
    const dead = await desk.started('dead');
    await appendTo(desk.log, ...events);
    await desk.passed(dead, 60);

    desk.time += TTL;
    const heir = await desk.started('heir');
    expect([heir.lanes, dead.lanes]).toEqual([
      [0, 1, 2, 3],
      [0, 1, 2, 3],
    ]);
    await appendTo(desk.log, ...events);
    await desk.passed(heir, 120);
    await until(() => desk.store.fenced > 0);
    expect(await desk.shown()).toEqual(folded(...events, ...events));

    await dead.beat();
    expect(dead.lanes).toEqual([]);
  });

  it('leave a lane to another that takes it while they begin', async () => {
    const before = await desk.started('before', 2);
    await appendTo(desk.log, ...events);
    await desk.passed(before, 60);
    await before.stop();
    const commit = desk.store.commit.bind(desk.store);
    let faster = before;
    desk.store.commit = async (...commits) => {
      desk.store.commit = commit;
      desk.time += TTL;
      faster = await desk.started('faster', 1);
      return commit(...commits);
    };
    const slow = await desk.started('slow', 1);
    expect([slow.lanes, faster.lanes, desk.store.fenced]).toEqual([[], [0], 1]);
    await appendTo(desk.log, ...events);
    await desk.passed(faster, 120);
    expect(await desk.shown()).toEqual(folded(...events, ...events));
  });

  it('show a position that every lane has passed', async () => {
    const projector = await desk.started('one', 2);
    await appendTo(desk.log, ...events);
    await desk.passed(projector, 60);
    expect(await desk.store.checkpoint('tallies-v1.lane-0-of-2')).toBe(60);
    await projector.stop();

    const half = new Projector(desk.log, desk.store, [tallies], { ...soon, slot: { lane: 0, of: 2 } });
    await desk.stopped(half);
    await appendTo(desk.log, ...events);
    await half.positions.passed('tallies', 120, PATIENCE);
    expect(await desk.store.checkpoint('tallies-v1.lane-0-of-2')).toBe(120);
    expect(await desk.store.checkpoint('tallies-v1')).toBe(60);
  });
});

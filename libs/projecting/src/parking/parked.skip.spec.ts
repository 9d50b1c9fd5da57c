import { appendTo, counted, smudged, tallies, until } from '@annals/testing';
import { decision, mended, parking } from '../../test/parking.js';
import { Poisoned, rebuild, skipsOf, status } from '../index.js';

describe('a parked key whose event is skipped', () => {
  const desk = parking();

  it('goes on without it, and the decision is kept', async () => {
    await desk.told(counted('a'), smudged('a'), counted('a', 5));
    expect(await desk.skip('a')).toBeUndefined();
    expect([await desk.sumOf('a'), await desk.parked()]).toEqual([6, []]);
    expect(await skipsOf(desk.store, 'tallies')).toEqual([
      {
        ...{ view: 'tallies', key: 'a', eventId: 'event-1', type: 'Smudged', position: 2 },
        ...{ ...decision, at: expect.stringMatching(/Z$/) as string },
      },
    ]);
  });

  it('may be stopped by the next one', async () => {
    await desk.told(smudged('a'), counted('a'), smudged('a'));
    expect(await desk.skip('a')).toMatchObject({ key: 'a', position: 3, waiting: { events: 0 } });
    expect([await desk.sumOf('a'), (await desk.parked()).length]).toEqual([1, 1]);
    expect(await desk.skip('a')).toBeUndefined();
  });

  it('looks the same after a rebuild, which stops at any other event', async () => {
    await desk.told(counted('a'), smudged('a'), counted('a', 5));
    await expect(rebuild(desk.log, desk.store, tallies)).rejects.toThrow(Poisoned);
    await desk.skip('a');
    await rebuild(desk.log, desk.store, tallies);
    expect(await desk.sumOf('a')).toBe(6);
    await appendTo(desk.log, smudged('b'));
    await expect(rebuild(desk.log, desk.store, tallies)).rejects.toMatchObject({ failure: { key: 'b', position: 4 } });
  });

  it('lets a new version be built that it has stopped', async () => {
    await desk.restarted(mended);
    await desk.told(smudged('a'), counted('b'));
    await desk.restarted({ ...tallies, version: 2 });
    const failure = { key: 'a', eventId: 'event-0', building: 'tallies-v2' };
    await until(async () => (await status(desk.log, desk.store, [tallies]))[0]?.state === 'failed');
    expect(await desk.projector.status()).toMatchObject([{ state: 'failed', position: 2, failure }]);
    await desk.skip('a', { ...tallies, version: 2 });
    await until(async () => (await desk.store.served('tallies')) === 'tallies-v2');
    expect([await desk.sumOf('a'), await desk.sumOf('b')]).toEqual([undefined, 1]);
  });
});

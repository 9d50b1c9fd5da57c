import { counted, smudged, tallies } from '@annals/testing';
import { mended, parking } from '../../test/parking.js';
import { NotParked, OtherVersionServed, StillParked } from '../index.js';

describe('a parked key that is retried', () => {
  const desk = parking();

  it('takes in all that has waited, once the projection was mended, and goes on', async () => {
    await desk.told(counted('a'), smudged('a'), counted('a', 5));
    await desk.restarted(mended);
    await desk.retry('a');
    expect(await desk.parked()).toEqual([]);
    expect(await desk.sumOf('a')).toBe(105);
    await desk.told(counted('a'));
    expect(await desk.sumOf('a')).toBe(106);
  });

  it('stays parked while the projection is what it was', async () => {
    await desk.told(smudged('a'));
    const before = await desk.parked();
    await expect(desk.retry('a', tallies)).rejects.toThrow(StillParked);
    expect(await desk.parked()).toEqual(before);
  });

  it('is parked on the next event that the projection cannot take', async () => {
    await desk.told(smudged('a'), counted('a'), { ...counted('a'), type: 'Closed' }, counted('a', 3));
    const halfMended = { ...mended, on: { ...mended.on, Closed: tallies.on.Smudged } };
    await expect(desk.retry('a', halfMended)).rejects.toMatchObject({ parked: { key: 'a', position: 3 } });
    expect(await desk.parked()).toMatchObject([{ eventId: 'event-2', waiting: { events: 1, first: 4, last: 4 } }]);
    expect(await desk.sumOf('a')).toBe(101);
    await desk.retry('a');
    expect(await desk.sumOf('a')).toBe(3);
  });

  it('misses nothing that comes meanwhile', async () => {
    await desk.told(smudged('a'));
    await desk.restarted(mended);
    const coming = (async () => {
      for (let count = 0; count < 20; count += 1) await desk.told(counted('a'));
    })();
    await Promise.all([desk.retry('a'), coming]);
    expect(await desk.sumOf('a')).toBe(120);
    expect(await desk.parked()).toEqual([]);
  });

  it('is refused when it is not parked', async () => {
    await desk.told(counted('a'));
    await expect(desk.retry('a')).rejects.toThrow(NotParked);
    await expect(desk.retry('b')).rejects.toThrow(NotParked);
  });

  it('is refused to another version of the program', async () => {
    await desk.told(smudged('a'));
    await expect(desk.retry('a', { ...mended, version: 2 })).rejects.toThrow(OtherVersionServed);
  });
});

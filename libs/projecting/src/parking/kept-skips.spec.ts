import { MemoryDocumentStore, MemoryRecordStore } from '@annals/store-memory';
import { counted, smudged, tallies } from '@annals/testing';
import { parking } from '../../test/parking.js';
import { keepSkips, rebuild, skipsOf } from '../index.js';

describe('decisions to skip an event', () => {
  const desk = parking();
  let records: MemoryRecordStore;

  beforeEach(async () => {
    records = new MemoryRecordStore();
    await desk.told(counted('a'), smudged('a'), counted('a', 5), smudged('b'));
    for (const key of ['a', 'b']) await desk.skip(key);
    await keepSkips(records, desk.store);
  });

  it('are recorded once', async () => {
    await keepSkips(records, desk.store);
    const recorded = await records.list('skip', { limit: 10 });
    expect(recorded.map(({ body }) => body)).toEqual(await skipsOf(desk.store, 'tallies'));
  });

  it('come back into a store that has lost its views, so that a rebuild needs no other decision', async () => {
    const decisions = await skipsOf(desk.store, 'tallies');
    const store = new MemoryDocumentStore();
    await Promise.all([keepSkips(records, store), keepSkips(records, store)]);
    expect(await skipsOf(store, 'tallies')).toEqual(decisions);
    await rebuild(desk.log, store, tallies);
    const [document] = await store.get('tallies-v1.b1', ['a']);
    expect(document).toMatchObject({ body: { sum: 6 } });
  });
});

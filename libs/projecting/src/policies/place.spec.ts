import { MemoryDocumentStore } from '@annals/store-memory';
import { Place, placeOf } from './place.js';

const [MONDAY, TUESDAY] = [new Date('2026-01-05T09:00:00.000Z'), new Date('2026-01-06T09:00:00.000Z')];

const stage = async () => {
  const store = new MemoryDocumentStore();
  const lease = (await store.lease('policies', 'me', 10_000))!;
  const placeIn = (log: string) => new Place(store, 'ship', lease, { identity: async () => log });
  const begun = await placeIn('own').begin(async () => 7, MONDAY);
  return { store, lease, placeIn, begun };
};

it('begins where the policy says, and goes on where it was', async () => {
  const { placeIn, begun } = await stage();
  expect(begun).toBe(7);
  await placeIn('own').move(7, 9);
  expect(await placeIn('own').begin(async () => 0, TUESDAY)).toBe(9);
});

it('begins again on another log, whose positions are other ones', async () => {
  const { store, placeIn } = await stage();
  await placeIn('own').move(7, 9);
  expect(await placeIn('other').begin(async () => 2, TUESDAY)).toBe(2);
  expect(await placeOf(store, 'ship')).toMatchObject({
    ...{ position: 2, log: 'other', startedAt: TUESDAY.toISOString() },
  });
  await placeIn('other').move(2, 3);
  expect(await placeIn('other').begin(async () => 0, TUESDAY)).toBe(3);
});

it('belongs to the log that is found if an older version has stored it', async () => {
  const { store, lease, placeIn } = await stage();
  const body = { startedAt: MONDAY.toISOString(), trouble: null };
  await store.commit([{ collection: 'policy~ship', writes: [{ id: 'state', position: 2, body, fields: {} }] }], lease);
  expect(await placeIn('own').begin(async () => 0, TUESDAY)).toBe(7);
  expect(await placeOf(store, 'ship')).toMatchObject({ log: 'own', startedAt: MONDAY.toISOString() });
  expect(await placeIn('other').begin(async () => 0, TUESDAY)).toBe(0);
});

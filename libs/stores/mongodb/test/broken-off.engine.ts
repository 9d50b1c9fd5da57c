import type { Collection, Commit } from '@annals/event-sourcing';
import { MongoClient } from 'mongodb';
import { keptOf } from '../src/documents.js';
import { Journal } from '../src/journal.js';
import { Shape } from '../src/shape.js';
import { SharedState } from '../src/shared-state.js';
import { advanced, ledgerIn } from '../src/state.js';
import { onEachServer } from './databases.js';

const people: Collection = { name: 'people-v1', fields: { town: 'one' }, indexes: [['town']] };
const parked: Collection = { name: 'people-v1.parked', fields: {}, indexes: [] };

const commitOf = (id: string, expected: number): Commit[] => {
  const next = expected + 1;
  const write = { id, position: next, body: { id }, fields: { town: 'Ulm' } };
  return [people, parked].map(({ name }) => ({ collection: name, writes: [write], checkpoint: { expected, next } }));
};

describe('a commit that breaks off', () => {
  onEachServer(({ newUrl, storeIn }) => {
    /** A database after a process crashed `steps` steps into its first commit. */
    const brokenOff = async (steps: 1 | 2 | 3) => {
      const url = newUrl();
      const store = storeIn(url);
      await store.open(people);
      await store.open(parked);

      const client = new MongoClient(url);
      const state = new SharedState(client.db().collection('annals.state'));
      const journal = new Journal(client.db(), state);
      const before = await state.read();
      const homes = new Map(Object.values(before.ledgers).map(({ name, home }) => [name, home]));
      const commits = commitOf('a', 0);
      const batches = commits.map(({ collection, writes }) => ({
        home: ledgerIn(before, collection)!.home,
        documents: writes.map((write) => keptOf(new Shape(people), write)),
      }));
      await journal.note('first', batches);
      if (steps > 1)
        await state.replace(before, advanced(before, { commit: 'first', commits, homes, isPending: true }));
      if (steps > 2) {
        const [{ home, documents }] = [batches[0]!];
        await client.db().collection<(typeof documents)[number]>(home).insertOne(documents[0]!);
      }
      await client.close();
      return store;
    };
    type Store = Awaited<ReturnType<typeof brokenOff>>;
    const placeOf = async (store: Store) => [
      await store.checkpoint('people-v1'),
      await store.checkpoint('people-v1.parked'),
    ];
    const idsIn = async (store: Store, name: string) => {
      const { documents } = await store.find(name, { limit: 10 });
      return documents.map(({ id }) => id);
    };

    it('before the checkpoints were moved has not happened', async () => {
      const store = await brokenOff(1);
      await store.commit(commitOf('b', 0));
      expect(await placeOf(store)).toEqual([1, 1]);
      expect([await idsIn(store, 'people-v1'), await idsIn(store, 'people-v1.parked')]).toEqual([['b'], ['b']]);
    });

    it.each([2, 3] as const)(
      'after step %i is shown when all of it is there, thanks to the next one',
      async (steps) => {
        const store = await brokenOff(steps);
        expect(await placeOf(store)).toEqual([0, 0]);
        await expect(store.commit(commitOf('b', 0))).rejects.toThrow('has been moved');
        expect(await placeOf(store)).toEqual([1, 1]);
        expect([await idsIn(store, 'people-v1'), await idsIn(store, 'people-v1.parked')]).toEqual([['a'], ['a']]);
        await store.commit(commitOf('b', 1));
        expect(await idsIn(store, 'people-v1')).toEqual(['a', 'b']);
      },
    );

    it('brings nothing back of a collection that was dropped since', async () => {
      const store = await brokenOff(2);
      await store.drop('people-v1');
      await store.open(people);
      await store.commit([{ collection: 'people-v1.parked', writes: [], checkpoint: { expected: 1, next: 2 } }]);
      expect([await idsIn(store, 'people-v1'), await idsIn(store, 'people-v1.parked')]).toEqual([[], ['a']]);
      expect(await placeOf(store)).toEqual([0, 2]);
    });
  });
});

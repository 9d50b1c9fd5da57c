import { CheckpointConflict, type Collection } from '@annals/event-sourcing';
import type { MongoDocumentStore } from '@annals/store-mongodb';
import { databases } from './databases.js';

const MANY = 50;
const many = Array.from({ length: MANY }, (_, index) => index);

const shelf: Collection = { name: 'shelf-v1', fields: { size: 'one' }, indexes: [['size']] };
const write = (id: string, position: number, body: object = { position }) => ({
  id,
  position,
  body,
  fields: { size: position },
});

describe('fifty at once', () => {
  const { newUrl, storeIn } = databases();
  let url: string;
  let stores: readonly MongoDocumentStore[];
  let store: MongoDocumentStore;

  beforeEach(async () => {
    url = newUrl();
    stores = Array.from({ length: 5 }, () => storeIn(url));
    store = stores[0]!;
    await Promise.all(stores.map((each) => each.open(shelf)));
  });

  const by = (index: number) => stores[index % stores.length]!;
  const sumIn = async () => ((await store.get('shelf-v1', ['sum']))[0]?.body as { sum: number } | undefined)?.sum ?? 0;

  it('open the same collection, and there is one', async () => {
    await Promise.all(many.map((index) => by(index).open({ ...shelf, name: 'other-v1' })));
    expect(await store.collections()).toEqual(['other-v1', 'shelf-v1']);
  });

  it('write a document that is not there yet, and the newest stays', async () => {
    const commits = many.map((index) => [{ collection: 'shelf-v1', writes: [write('x', index + 1)] }]);
    await Promise.all(commits.map((commit, index) => by(index).commit(commit)));
    expect(await store.find('shelf-v1', { limit: 2 })).toEqual({
      documents: [{ id: 'x', position: MANY, body: { position: MANY } }],
      next: null,
    });
  });

  const add = async (index: number): Promise<void> => {
    const expected = (await by(index).checkpoint('shelf-v1'))!;
    const [found] = await by(index).get('shelf-v1', ['sum']);
    const { sum } = (found?.body ?? { sum: 0 }) as { sum: number };
    const writes = [write('sum', expected + 1, { sum: sum + 1 })];
    try {
      await by(index).commit([{ collection: 'shelf-v1', writes, checkpoint: { expected, next: expected + 1 } }]);
    } catch (error) {
      if (!(error instanceof CheckpointConflict)) throw error;
      await add(index);
    }
  };

  it('move one checkpoint, and none is lost or counted twice', async () => {
    await Promise.all(many.map(add));
    expect([await store.checkpoint('shelf-v1'), await sumIn()]).toEqual([MANY, MANY]);
  });

  it('move separate checkpoints without affecting each other', async () => {
    const ledgers = many.map((index) => `shelf-v1.lane-${index}-of-${MANY}`);
    await Promise.all(ledgers.map((name) => store.open({ name, fields: {}, indexes: [] })));
    const moved = ledgers.map((collection, index) =>
      by(index).commit([
        { collection: 'shelf-v1', writes: [write(`x-${index}`, 1)] },
        { collection, writes: [], checkpoint: { expected: 0, next: 1 } },
      ]),
    );
    await Promise.all(moved);
    expect(await Promise.all(ledgers.map((name) => store.checkpoint(name)))).toEqual(Array(MANY).fill(1));
    expect(await store.count('shelf-v1')).toBe(MANY);
  });

  it('want a lease, and one has it', async () => {
    const leases = await Promise.all(many.map((index) => by(index).lease('lane', `owner-${index}`, 60_000)));
    expect(leases.filter((lease) => lease)).toHaveLength(1);
  });

  it('serve a view, and it is served', async () => {
    await Promise.all(many.map((index) => by(index).serve('shelf', `shelf-v${index % 2}`)));
    expect(await store.served('shelf')).toMatch(/^shelf-v[01]$/);
  });

  it('write while the collection is dropped and opened again, and leave nothing from before', async () => {
    const commit = { collection: 'shelf-v1', writes: many.map((index) => write(`x-${index}`, 1)) };
    const outcomes = many.map((index) =>
      by(index)
        .commit([commit])
        .catch((error: unknown) => error),
    );
    await store.drop('shelf-v1');
    await Promise.all(outcomes);
    await store.drop('shelf-v1');
    await store.open(shelf);
    expect(await store.count('shelf-v1')).toBe(0);
    await store.commit([{ collection: 'shelf-v1', writes: [write('x', 1)] }]);
    expect(await store.count('shelf-v1')).toBe(1);
  });
});

import { CheckpointConflict, type Collection, type DocumentStore, type DocumentWrite } from '@annals/event-sourcing';

const people: Collection = { name: 'people-v1', fields: { town: 'one', tags: 'many' }, indexes: [['town']] };
const places: Collection = { ...people, name: 'places-v1' };

const write = (id: string, position: number, body: object | null = {}): DocumentWrite => ({
  id,
  position,
  body,
  fields: { town: 'Ulm', tags: ['new'] },
});

/** The part of `documentStoreContract` on opening and dropping collections. */
export const collectionsContract = (current: () => DocumentStore) => {
  beforeEach(() => current().open(people));

  const commit = (expected: number, ...writes: DocumentWrite[]) =>
    current().commit([{ collection: 'people-v1', writes, checkpoint: { expected, next: expected + 1 } }]);

  it('keeps the documents when a collection is opened again', async () => {
    await commit(0, write('a', 1));
    await current().open(people);
    expect(await current().checkpoint('people-v1')).toBe(1);
    expect(await current().count('people-v1')).toBe(1);
  });

  it('refuses to open a collection with other fields', async () => {
    await expect(current().open({ ...people, fields: { town: 'many' } })).rejects.toThrow(
      'people-v1 exists with other',
    );
  });

  it('has no documents in a collection that was never opened, and stores none there', async () => {
    const nowhere = { collection: 'nowhere', writes: [write('a', 1)], checkpoint: { expected: 0, next: 1 } };
    await expect(current().commit([nowhere])).rejects.toThrow(CheckpointConflict);
    expect(await current().checkpoint('nowhere')).toBeUndefined();
    expect(await current().get('nowhere', ['a'])).toEqual([]);
    expect(await current().find('nowhere', { where: [{ field: 'x', is: 1 }], limit: 1 })).toEqual({
      documents: [],
      next: null,
    });
    expect(await current().count('nowhere')).toBe(0);
    expect(await current().aggregate('nowhere', { groupBy: ['x'] })).toEqual([]);
  });

  it('drops a collection with all documents', async () => {
    await current().open(places);
    await commit(0, write('a', 3), write('b', 3, null));
    expect(await current().collections()).toEqual(['people-v1', 'places-v1']);
    const checkpoint = await current().checkpoint('people-v1');
    expect(new Map(await current().checkpoints())).toEqual(
      new Map([
        ['people-v1', checkpoint],
        ['places-v1', 0],
      ]),
    );
    await current().drop('people-v1');
    await current().drop('people-v1');
    expect(await current().collections()).toEqual(['places-v1']);
    await current().open(people);
    await commit(0, write('b', 1));
    expect(await current().find('people-v1', { limit: 10 })).toMatchObject({ documents: [{ id: 'b', position: 1 }] });
  });
};

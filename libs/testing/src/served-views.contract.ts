import { collectionOf, type DocumentStore, type ServedViews, type ViewReads } from '@annals/event-sourcing';

/** The contract of every `ServedViews`; `makeStore` creates an empty one. An adapter must pass all of it. */
export const servedViewsContract = (makeStore: () => DocumentStore & ServedViews & ViewReads) => {
  let store: ReturnType<typeof makeStore>;

  beforeEach(() => {
    store = makeStore();
  });

  afterEach(() => store.close());

  it('remembers which collection a view reads', async () => {
    expect(await store.served('people')).toBeUndefined();
    await store.serve('people', 'people-v1');
    await store.serve('people', 'people-v2');
    await store.serve('places', 'places-v1');
    expect([await store.served('people'), await store.served('places')]).toEqual(['people-v2', 'places-v1']);
    const all = [
      ['people', 'people-v2'],
      ['places', 'places-v1'],
    ] as const;
    expect(new Map(await store.servedByView())).toEqual(new Map(all));
  });

  it('keeps what a view contains with other settings apart, and reads what is served', async () => {
    const collections = ['{"days":7}', '{"days":30}', undefined].map((settings) =>
      collectionOf({ name: 'people', version: 1, ...(settings && { settings }) }),
    );
    for (const [index, name] of collections.entries()) {
      await store.open({ name, fields: {}, indexes: [] });
      const write = { id: 'a', position: 1, body: { index }, fields: {} };
      await store.commit([{ collection: name, writes: [write], checkpoint: { expected: 0, next: 1 } }]);
    }
    const read = async () => (await store.readViews([{ view: 'people', ids: ['a'] }]))[0]!.documents[0]?.body;
    for (const [index, name] of collections.entries()) {
      await store.serve('people', name);
      expect(await read()).toEqual({ index });
    }
  });
};

import type { ServedViews } from '@annals/event-sourcing';

/** The contract of every `ServedViews`; `makeStore` creates an empty one. An adapter must pass all of it. */
export const servedViewsContract = (makeStore: () => ServedViews & { close(): Promise<void> }) => {
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
  });
};

import { CheckpointConflict, Fenced, type Lease, type ViewStore } from '@annals/event-sourcing';

const TTL = 1_000; // ms

/** The contract of leases of every `ViewStore`; `makeStore` creates an empty one with the given clock. */
export const leasesContract = (makeStore: (now: () => number) => ViewStore) => {
  let store: ViewStore;
  let time: number;

  beforeEach(() => {
    time = 1_000_000;
    store = makeStore(() => time);
  });

  afterEach(() => store.close());

  const taken = async (owner: string, name = 'lane-0') => (await store.lease(name, owner, TTL))!;
  const commit = (lease: Lease, next: number) =>
    store.commit([{ collection: 'people-v1', writes: [], checkpoint: { expected: next - 1, next } }], lease);

  it('are had by one owner at a time', async () => {
    expect(await taken('one')).toEqual({ name: 'lane-0', owner: 'one', token: 1 });
    expect(await store.lease('lane-0', 'other', TTL)).toBeUndefined();
    expect(await taken('other', 'lane-1')).toMatchObject({ owner: 'other', token: 1 });
  });

  it('go to another owner when their time is over', async () => {
    await taken('one');
    time += TTL;
    expect(await taken('other')).toMatchObject({ owner: 'other', token: 2 });
    expect(await store.lease('lane-0', 'one', TTL)).toBeUndefined();
  });

  it('go to one of many that want them', async () => {
    const wanted = await Promise.all(['a', 'b', 'c'].map((owner) => store.lease('lane-0', owner, TTL)));
    expect(wanted.filter((lease) => lease)).toHaveLength(1);
  });

  it('last as long as they are renewed', async () => {
    const lease = await taken('one');
    time += TTL - 1;
    expect(await store.renew(lease, TTL)).toBe(true);
    time += TTL - 1;
    expect(await store.lease('lane-0', 'other', TTL)).toBeUndefined();
  });

  it('can be renewed late, but not when another holder has taken them', async () => {
    const lease = await taken('one');
    time += 10 * TTL;
    expect(await store.renew(lease, TTL)).toBe(true);
    time += TTL;
    await taken('other');
    expect(await store.renew(lease, TTL)).toBe(false);
  });

  it('are free at once when they are released, and keep counting', async () => {
    await store.release(await taken('one'));
    const lease = await taken('other');
    expect(lease).toMatchObject({ owner: 'other', token: 2 });
    await store.release({ ...lease, owner: 'one', token: 1 });
    expect(await store.lease('lane-0', 'one', TTL)).toBeUndefined();
  });

  it('end when their owner takes them anew, since it may have been started twice', async () => {
    const first = await taken('one');
    expect(await taken('one')).toMatchObject({ token: 2 });
    expect(await store.renew(first, TTL)).toBe(false);
  });

  it('are listed by what their names begin with, without those that are over', async () => {
    await taken('one', 'lane-9');
    time += 1;
    await taken('two', 'lane-1');
    await taken('three', 'else');
    const listed = async () => (await store.leases('lane-')).map(({ name, owner }) => [name, owner]);
    expect(await listed()).toEqual([
      ['lane-1', 'two'],
      ['lane-9', 'one'],
    ]);
    time += TTL - 1;
    expect(await listed()).toEqual([['lane-1', 'two']]);
  });

  it('let a commit in as long as nobody else has taken them', async () => {
    await store.open({ name: 'people-v1', fields: {}, indexes: [] });
    const lease = await taken('one');
    await commit(lease, 1);
    time += 2 * TTL;
    await commit(lease, 2);
    const newer = await taken('other');
    await expect(commit(lease, 3)).rejects.toThrow(Fenced);
    expect(await store.checkpoint('people-v1')).toBe(2);
    await commit(newer, 3);
    await expect(commit(newer, 3)).rejects.toThrow(CheckpointConflict);
  });

  it('that nobody has ever taken let no commit in', async () => {
    await store.open({ name: 'people-v1', fields: {}, indexes: [] });
    await expect(commit({ name: 'unheard', owner: 'one', token: 1 }, 1)).rejects.toThrow(Fenced);
  });
};

import { eventStoreContract, newEvent } from '@annals/testing';
import { randomUUID } from 'node:crypto';
import { MemoryEventStore } from './memory-event-store.js';
import { TrialEventStore } from './trial-event-store.js';

const anEvent = () => newEvent(randomUUID());

/** A log with two streams, and a trial over it. */
const logs = async () => {
  const base = new MemoryEventStore();
  await base.append('a', -1, [anEvent(), anEvent()]);
  await base.append('b', -1, [anEvent()]);
  return { base, trial: await TrialEventStore.over(base) };
};

const revisionsIn = async (store: MemoryEventStore, stream: string) =>
  (await store.read(stream)).map(({ revision }) => revision);
const positionsIn = async (store: MemoryEventStore, after = 0) =>
  (await Array.fromAsync(store.readAll(after))).flat().map(({ position }) => position);

describe('TrialEventStore', () => {
  eventStoreContract(() => {
    const store = new TrialEventStore(new MemoryEventStore(), 0, randomUUID());
    return () => store;
  });

  it('goes on where the log ends, and leaves it as it was', async () => {
    const { base, trial } = await logs();
    expect(await trial.append('a', 1, [anEvent()])).toEqual({ stream: 'a', revision: 2, position: 4 });
    await trial.append('c', -1, [anEvent()]);
    expect(await revisionsIn(trial, 'a')).toEqual([0, 1, 2]);
    expect(await positionsIn(trial)).toEqual([1, 2, 3, 4, 5]);
    expect(await positionsIn(trial, 3)).toEqual([4, 5]);
    expect(await trial.identity()).toBe(await base.identity());
    expect({ head: await base.head(), a: await revisionsIn(base, 'a') }).toEqual({ head: 3, a: [0, 1] });
  });

  it('refuses an append at another revision than the last of both', async () => {
    const { trial } = await logs();
    await expect(trial.append('a', -1, [anEvent()])).rejects.toThrow('a is at revision 1, not -1.');
    await trial.append('a', 1, [anEvent()]);
    await expect(trial.append('a', 1, [anEvent()])).rejects.toThrow('a is at revision 2, not 1.');
  });

  it('returns the receipt of the log for events that it has', async () => {
    const { base, trial } = await logs();
    const [, last] = await base.read('a');
    expect(await trial.append('a', 0, [last!])).toEqual({ stream: 'a', revision: 1, position: 2 });
    expect(await trial.head()).toBe(3);
  });

  it('reads events of both by their places', async () => {
    const { trial } = await logs();
    const { position, revision, stream } = await trial.append('b', 0, [anEvent()]);
    const places = [
      { stream, revision, position },
      { stream: 'a', revision: 0, position: 1 },
      { stream: 'a', revision: 0, position: 9 },
    ];
    expect((await trial.readAt(places)).map((event) => event.position)).toEqual([4, 1]);
  });

  it('does not see what is appended to the log meanwhile', async () => {
    const { base, trial } = await logs();
    await base.append('a', 1, [anEvent()]);
    await base.append('d', -1, [anEvent()]);
    expect(await revisionsIn(trial, 'a')).toEqual([0, 1]);
    expect(await positionsIn(trial)).toEqual([1, 2, 3]);
    expect(await trial.append('a', 1, [anEvent()])).toMatchObject({ position: 4 });
  });
});

import { bytesOf, MOST_BYTES, NO_STREAM, type EventStore } from '@annals/event-sourcing';
import { named } from './new-event.js';

/** The part of `eventStoreContract` about the envelope of events; every `open` is a handle to the same log. */
export const envelopeContract = (open: () => EventStore) => {
  it('has the same log identity for every handle, even before its first event', async () => {
    const store = open();
    const [identity, other] = await Promise.all([store.identity(), open().identity()]);
    expect(identity).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
    expect(other).toBe(identity);
    expect(await store.head()).toBe(0);
    await store.append('a', NO_STREAM, [named('1')]);
    expect(await open().identity()).toBe(identity);
  });

  it('takes as much at once as a command may bring', async () => {
    const store = open();
    const parts = [named('1'), named('2')];
    const rest = MOST_BYTES - bytesOf(parts);
    const note = '客'.repeat(Math.floor(rest / 3)) + '1'.repeat(rest % 3);
    const events = [{ ...parts[0]!, data: { note: `1${note}` } }, parts[1]!];
    expect(bytesOf(events)).toBe(MOST_BYTES);
    await store.append('large', NO_STREAM, events);
    expect(await store.read('large')).toMatchObject(events);
  });

  it('stores the subjects of an event, and the revisions that its rule read', async () => {
    const store = open();
    const event = { ...named('1'), subjects: ['customer/u-1', 'employee/e-7'], decidedOn: { b: 3, c: -1 } } as const;
    await store.append('a', NO_STREAM, [event]);
    expect(await store.read('a')).toMatchObject([event]);
    expect((await Array.fromAsync(store.readAll(0))).flat()).toMatchObject([event]);
  });
};

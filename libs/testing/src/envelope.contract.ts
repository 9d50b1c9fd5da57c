import { NO_STREAM, type EventStore } from '@annals/event-sourcing';
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

  it('stores the subjects of an event, and the revisions that its rule read', async () => {
    const store = open();
    const event = { ...named('1'), subjects: ['customer/u-1', 'employee/e-7'], decidedOn: { b: 3, c: -1 } } as const;
    await store.append('a', NO_STREAM, [event]);
    expect(await store.read('a')).toMatchObject([event]);
    expect((await Array.fromAsync(store.readAll(0))).flat()).toMatchObject([event]);
  });
};

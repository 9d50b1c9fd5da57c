import { OTHER_TYPES } from '@annals/event-sourcing';
import { appendEach, desk } from '../test/desk.js';

const { serve, open, follow } = desk();

const ENVELOPE = {
  ...{
    annals: 'a log',
    subject: 'c',
    actor: 'a',
    source: 's',
    occurredAt: '2026-01-05T09:00:00.000Z',
    commandId: 'c-1',
  },
  ...{ schemaVersion: 1, $correlationId: 'c-1', $causationId: 'c-1' },
};

describe('A log that other programs write to', () => {
  it('counts the events of other programs once, however many readers pass over them', async () => {
    const server = await serve();
    const store = open(server.url);
    const { heard } = follow(store);
    await server.put('order-1', 'OrderPlaced', '{}', '{');
    await server.collectStats();
    await appendEach(store, '1');
    await heard(1);
    expect(store.passedOver()).toMatchObject({ count: 2, types: { OrderPlaced: 2 } });
    await Array.fromAsync(store.readAll(0));
    await Array.fromAsync(store.readAll(0, { types: ['OrderPlaced'] }));
    expect(store.passedOver()).toMatchObject({ count: 2, types: { OrderPlaced: 2 } });
  });

  it('goes on counting after those that were counted before, and names twenty types', async () => {
    const server = await serve();
    await server.put('order-1', 'OrderPlaced', '{}', '{}');
    const before = open(server.url);
    await Array.fromAsync(before.readAll(0));
    await appendEach(before, '1');
    await Array.fromAsync(before.readAll(0));
    const store = open(server.url);
    store.passedBefore(before.passedOver());
    await Array.fromAsync(store.readAll(0));
    expect(store.passedOver()).toEqual(before.passedOver());
    for (let type = 1; type <= 20; type += 1) await server.put('order-1', `Type${type}`, '{}');
    await appendEach(store, '2');
    await Array.fromAsync(store.readAll(0));
    const { count, types } = store.passedOver();
    expect([count, Object.keys(types).length, types['OrderPlaced'], types[OTHER_TYPES]]).toEqual([22, 21, 2, 1]);
  });

  it.each([
    ['data that is not JSON', 'NotJson', { data: '{', metadata: ENVELOPE }],
    ['metadata that lack what every event has', 'EnvelopeIncomplete', { data: '{}', metadata: { annals: 'a log' } }],
    ['data that is a text', 'NotJson', { data: '"text"', metadata: ENVELOPE }],
  ])('goes on behind an event with its mark and %s, which it marks as unreadable', async (_, reason, event) => {
    const server = await serve();
    const store = open(server.url);
    const { heard } = follow(store);
    await server.forge('a', 'Noted', event.data, event.metadata);
    await appendEach(store, '2');
    await heard(2);
    const [first, second] = (await Array.fromAsync(store.readAll(0))).flat();
    expect(first).toMatchObject({ stream: 'a', revision: 0, type: 'Noted', data: {}, unreadable: { reason } });
    expect(second!.unreadable).toBeUndefined();
  });
});

import { NO_STREAM } from '@annals/event-sourcing';
import { EventStoreDbServer } from '@annals/eventstoredb-server';
import { EventStoreDbEventStore } from '@annals/store-eventstoredb';
import { MemoryEventStore } from '@annals/store-memory';
import { named, namesOf } from '@annals/testing';
import { copyAfter } from '../src/copying.js';

let server: EventStoreDbServer;
let to: EventStoreDbEventStore;
beforeEach(async () => {
  server = await EventStoreDbServer.start({ log: new MemoryEventStore() });
  to = new EventStoreDbEventStore({ url: server.url });
});
afterEach(async () => {
  await to.close();
  await server.stop();
});

const allow = (largestAppend: number) => (server.traits = { ...server.traits, largestAppend });
const copied = async () => namesOf((await Array.fromAsync(to.readAll(0))).flat());

it('copies one by one what is too large together, and names the event that is too large alone', async () => {
  const from = new MemoryEventStore();
  const wide = (name: string, width: number) => ({ ...named(name), data: { note: name, more: 'x'.repeat(width) } });
  await from.append('a', NO_STREAM, [wide('1', 500), wide('2', 500), wide('3', 500)]);
  await from.append('a', 2, [wide('4', 3_000)]);
  await from.append('b', NO_STREAM, [named('5')]);
  await to.adoptIdentity(await from.identity());

  allow(1_500);
  const tooLarge = `Event ${named('4').id} (Noted) at position 4, the 3 of a, is larger than this EventStoreDB accepts.`;
  await expect(copyAfter(0, { from, to }, () => undefined)).rejects.toThrow(tooLarge);
  expect(await copied()).toEqual(['1', '2', '3']);

  allow(10_000); // as the error says
  await copyAfter(3, { from, to }, () => undefined);
  expect(await copied()).toEqual(['1', '2', '3', '4', '5']);
});

it('stops at an event that cannot be read, and names it', async () => {
  const from = new MemoryEventStore();
  const unreadable = { reason: 'NotJson', message: 'Event 2 cannot be read.', kin: [] };
  await from.append('a', NO_STREAM, [named('1')]);
  await from.append('b', NO_STREAM, [Object.assign(named('2'), { unreadable })]);
  await expect(copyAfter(0, { from, to }, () => undefined)).rejects.toThrow(
    'Event 2 cannot be read. Nothing from there',
  );
  expect(await copied()).toEqual(['1']);
});

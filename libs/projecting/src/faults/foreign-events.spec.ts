import { EventStoreDecorator, NO_FOREIGN_EVENTS, type ForeignEvents } from '@annals/event-sourcing';
import { MemoryEventStore, MemoryDocumentStore } from '@annals/store-memory';
import { ForeignTally, knownForeignEvents } from './foreign-events.js';

/** A log to which other programs write. */
class SharedLog extends EventStoreDecorator {
  private passed = NO_FOREIGN_EVENTS;

  place(type: string) {
    const { count, types, upto } = this.passed;
    this.passed = { count: count + 1, types: { ...types, [type]: (types[type] ?? 0) + 1 }, upto: upto + 1 };
  }

  override passedOver(): ForeignEvents {
    return this.passed;
  }

  override passedBefore(known: ForeignEvents) {
    this.passed = known;
  }
}

const stage = async () => {
  const [records, store] = [new MemoryEventStore(), new MemoryDocumentStore()];
  const begin = async () => {
    const log = new SharedLog(records);
    const tally = new ForeignTally(log, store);
    await tally.open();
    return { log, tally };
  };
  return { store, begin, ...(await begin()) };
};

it('is known without reading the log, and outlives a restart', async () => {
  const { log, store, tally, begin } = await stage();
  expect(await knownForeignEvents(log, store)).toEqual(NO_FOREIGN_EVENTS);
  for (const type of ['OrderPlaced', 'OrderPlaced', 'OrderPaid']) log.place(type);
  await tally.keep();
  const known = { count: 3, types: { OrderPlaced: 2, OrderPaid: 1 }, upto: 3 };
  expect(await knownForeignEvents(log, store)).toEqual(known);
  const later = await begin();
  expect(later.log.passedOver()).toEqual(known);
  later.log.place('OrderPaid');
  await later.tally.keep();
  expect((await knownForeignEvents(log, store)).types).toEqual({ OrderPlaced: 2, OrderPaid: 2 });
});

it('belongs to a commit only when there is something new', async () => {
  const { log, tally } = await stage();
  expect(await tally.due()).toEqual([]);
  log.place('OrderPlaced');
  expect(await tally.due()).toHaveLength(1);
  expect(await tally.due()).toEqual([]);
});

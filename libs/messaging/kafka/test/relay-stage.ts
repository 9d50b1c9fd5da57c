import { MemoryDocumentStore, MemoryEventStore } from '@annals/store-memory';
import { Relay, type RelayOptions } from '../src/index.js';
import { publisher } from './logged.js';
import { brokers, eventually, newTopic } from './topic.js';

/** A log, a new topic, and relays between them. */
export const stage = () => {
  const log = new MemoryEventStore();
  const store = new MemoryDocumentStore();
  const topic = newTopic();
  const relay = (options: Partial<RelayOptions> = {}) =>
    new Relay(log, store, { kafka: { brokers }, publisher, topic, partitions: 6, ...options });
  const passed = async (...relays: Relay[]) => {
    const last = await log.head();
    await eventually(async () => {
      const all = await Promise.all(relays.map((each) => each.status()));
      return (
        all.flatMap(({ lanes }) => lanes).length === 4 &&
        all.every(({ lanes, position, lag }) => lanes.length === 0 || (position !== null && lag === 0))
      );
    });
    return last;
  };
  return { log, store, topic, relay, passed };
};

import { binaryEvent, EventStoreDBClient, jsonEvent, type EventData } from '@eventstore/db-client';
import { insisted } from '../apart/patience.js';

/** Events that another program writes to the same EventStoreDB. */
const EVENTS: readonly ((at: number) => readonly [stream: string, event: EventData])[] = [
  (at) => ['order-1', jsonEvent({ type: 'OrderPlaced', data: { orderId: `${at}`, lines: [1, 2, 3] } })],
  (at) => ['order-2', binaryEvent({ type: 'OrderPlaced', data: Buffer.from([at % 256, 0, 255, 254]) })],
  () => ['customer-of-others', jsonEvent({ type: 'CustomerRegistered', data: null as never })],
  () => ['odd', jsonEvent({ type: 'Odd', data: { text: '\u0000' }, metadata: { schemaVersion: 1, actor: 'nobody' } })],
];

/** Another program that shares the EventStoreDB. */
export class Strangers {
  written = 0;

  constructor(private readonly url: string) {}

  /** Returns when the event is stored, at least once. */
  async write() {
    const [stream, event] = EVENTS[this.written % EVENTS.length]!(this.written);
    await insisted(async () => {
      const client = EventStoreDBClient.connectionString(this.url);
      try {
        await client.appendToStream(stream, event, { deadline: 5_000, credentials: OWN });
      } finally {
        await client.dispose();
      }
    });
    this.written += 1;
  }
}

/** Without credentials the client shares one stream of appends between all clients of this process. */
const OWN = { username: 'admin', password: 'changeit' };

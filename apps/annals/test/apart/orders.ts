import type { EventStore } from '@annals/event-sourcing';
import { randomUUID } from 'node:crypto';
import type { Client } from '../client.js';
import type { Exchange } from './exchange.js';
import { comes } from './patience.js';

const TOPIC = 'erp.orders.v1';
const TYPES = ['OrderPlaced'];

/** Orders of one customer from Kafka, each of them sent twice. */
export class Orders {
  readonly sent: string[] = [];

  constructor(
    private readonly client: Client,
    private readonly exchange: Exchange,
  ) {}

  async begin() {
    const person = { customerId: 'buyer', kind: 'person', name: 'Li Na', roles: ['prospect'] };
    expect(await this.client.post('/v1/customers', person)).toMatchObject({ status: 201 });
  }

  async send(count: number) {
    const ids = Array.from({ length: count }, () => randomUUID());
    const messages = ids.map((orderId) => {
      const what = { type: TYPES[0], orderId, occurredAt: '2026-01-05T09:00:00.000Z', customer: { id: 'buyer' } };
      const value = { amount: '99.00', currency: 'EUR' };
      return { key: 'buyer', headers: { ce_id: orderId }, value: JSON.stringify({ ...what, value }) };
    });
    await this.exchange.put(TOPIC, ...messages, ...messages);
    this.sent.push(...ids);
  }

  /** Waits until all of them have arrived. */
  async expectOnceIn(log: EventStore) {
    const found = async () => {
      const events = (await Array.fromAsync(log.readAll(0, { types: TYPES }))).flat();
      return events.map(({ data }) => (data as { readonly orderId: string }).orderId);
    };
    await comes(`${this.sent.length} orders in the log`, async () => (await found()).length >= this.sent.length);
    expect((await found()).toSorted()).toEqual(this.sent.toSorted());
    expect(await this.exchange.read(`${TOPIC}.dead-letters`)).toEqual([]);
  }
}

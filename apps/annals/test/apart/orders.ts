import type { EventStore } from '@annals/event-sourcing';
import { randomUUID } from 'node:crypto';
import type { Client } from '../client.js';
import type { Exchange } from './exchange.js';
import { comes, insisted } from './patience.js';

const what = { occurredAt: '2026-01-05T09:00:00.000Z', customer: { id: 'buyer' } };
const money = { amount: '99.00', currency: 'EUR' };

const KINDS = [
  { topic: 'erp.orders.v1', bodyOf: (orderId: string) => ({ ...what, type: 'OrderPlaced', orderId, value: money }) },
  {
    topic: 'billing.payments.v1',
    bodyOf: (paymentId: string) => ({ ...what, type: 'PaymentReceived', paymentId, amount: money }),
  },
] as const;

/** Orders and payments of one customer from Kafka, each of them sent twice. */
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

  /** Returns when `count` of each kind are in Kafka. */
  async send(count: number) {
    for (const { topic, bodyOf } of KINDS) {
      const ids = Array.from({ length: count }, () => randomUUID());
      const messages = ids.map((id) => ({ key: 'buyer', headers: { ce_id: id }, value: JSON.stringify(bodyOf(id)) }));
      await insisted(() => this.exchange.put(topic, ...messages, ...messages));
      this.sent.push(...ids);
    }
  }

  /** Waits until all of them have arrived. */
  async expectOnceIn(log: EventStore) {
    const types = KINDS.map(({ bodyOf }) => bodyOf('').type);
    const found = async () => {
      const events = (await Array.fromAsync(log.readAll(0, { types }))).flat();
      return events.map(({ data }) => idIn(data));
    };
    await comes(`${this.sent.length} orders in the log`, async () => (await found()).length >= this.sent.length);
    expect((await found()).toSorted()).toEqual(this.sent.toSorted());
  }

  async expectNoDeadLetters() {
    for (const { topic } of KINDS) expect(await this.exchange.read(`${topic}.dead-letters`)).toEqual([]);
  }
}

const idIn = (fact: { readonly orderId?: string; readonly paymentId?: string }) => fact.paymentId ?? fact.orderId!;

import { configurationOf, executorOf, openTrialEngine, ProgramModule, projectedLog } from '@annals/composition';
import { EventStore } from '@annals/event-sourcing';
import { Projector, StoredViews } from '@annals/projecting';
import type { Catalogue } from '@annals/slice';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CommandBus } from '@nestjs/cqrs';
import { InboundMessages } from './inbound-messages.js';

/** Customers who are one: two are merged into the first one, and the last one into one of these before. */
const ONE = ['kept', 'other', 'twin', 'first'];

let app: INestApplicationContext;
let projector: Projector;
let messages: InboundMessages;
let catalogue: Catalogue;
beforeAll(async () => {
  const engine = await openTrialEngine(configurationOf({ DATA_DIR: '/nowhere' }));
  const { documents, configuration } = engine;
  catalogue = engine.catalogue;
  app = await NestFactory.createApplicationContext(ProgramModule.with(engine, { modules: [] }), { logger: false });
  const [bus, log] = [app.get(CommandBus), app.get(EventStore)];
  projector = new Projector(projectedLog({ ...engine, log }), documents, catalogue.views);
  await projector.start();
  messages = new InboundMessages(bus, log, new StoredViews(documents, projector.positions), configuration, catalogue);
  const { execute } = executorOf(bus, log, catalogue, 'system:import');
  const customer = (customerId: string) => ({
    ...{ type: 'RegisterCustomer', commandId: customerId, source: 'test' },
    body: { customerId, kind: 'person', roles: ['prospect'], name: customerId, code: `no-${customerId}` },
  });
  const merge = (mergedId: string, customerId: string) => ({
    ...{ type: 'MergeCustomers', commandId: `merge-${mergedId}`, source: 'test' },
    body: { customerId, mergedId, reason: 'Registered twice.' },
  });
  await execute([...ONE, 'stranger'].map(customer));
  for (const command of [merge('other', 'kept'), merge('first', 'twin'), merge('twin', 'kept')])
    expect(await execute([command])).toMatchObject([{ stored: true }]);
});
afterAll(async () => {
  await projector.stop();
  await app.close();
});

const take = (topic: string, ce_id: string, body: object) =>
  messages.take({
    ...{ topic, partition: 0, offset: '0', key: 'k', headers: { ce_id } },
    body: JSON.stringify({ occurredAt: '2026-01-05T09:00:00.000Z', ...body }),
  });

const value = { amount: '1.00', currency: 'EUR' };
const FACTS: Readonly<Record<string, (id: string) => object>> = {
  OrderPlaced: (orderId) => ({ orderId, value }),
  OrderDelivered: (orderId) => ({ orderId, deliveryId: 'd', complete: false }),
  OrderCancelled: (orderId) => ({ orderId }),
  InvoiceIssued: (invoiceId) => ({ invoiceId, amount: value, issuedOn: '2026-01-05', dueOn: '2026-02-05' }),
  PaymentReceived: (id) => ({ paymentId: id, invoiceId: id, amount: value }),
  InvoiceCancelled: (invoiceId) => ({ invoiceId }),
  UsageMetered: (meterId) => ({
    ...{ meterId, quantity: '1', unit: 'kWh', from: '2026-01-01T00:00:00.000Z', to: '2026-02-01T00:00:00.000Z' },
  }),
};

it.each([
  ['id', { id: 'other' }],
  ['code', { code: 'NO-other' }],
])('takes every fact of a merged customer, named by %s, once', async (by, customer) => {
  expect(Object.keys(FACTS).toSorted()).toEqual(catalogue.inbound.map(({ name }) => name).toSorted());
  const takeAll = async () => {
    for (const [type, fact] of Object.entries(FACTS)) {
      const { topic } = catalogue.inbound.find(({ name }) => name === type)!;
      expect([type, await take(topic, `${by}-${type}`, { type, customer, ...fact(by) })]).toEqual([type, 'done']);
    }
    return app.get(EventStore).head();
  };
  const before = await app.get(EventStore).head();
  const after = await takeAll();
  expect(after - before).toBe(Object.keys(FACTS).length);
  expect(await takeAll()).toBe(after);
});

const topicOf = (type: string) => catalogue.inbound.find(({ name }) => name === type)!.topic;

it.each(ONE.flatMap((one) => ONE.map((other) => [one, other] as const)))(
  'takes what belongs to a record of %s under the id of %s, and not under that of another customer',
  async (one, other) => {
    const id = `${one}-${other}`;
    const told = (type: string, customerId: string, more: object = {}) =>
      take(topicOf(type), `${id}-${type}-${customerId}`, {
        type,
        customer: { id: customerId },
        ...FACTS[type]!(id),
        ...more,
      });
    const pairs = [
      ['OrderPlaced', 'OrderDelivered'],
      ['InvoiceIssued', 'PaymentReceived'],
      ['UsageMetered', 'UsageMetered'],
    ] as const;
    for (const [first, then] of pairs) {
      expect([first, await told(first, one)]).toEqual([first, 'done']);
      expect([then, await told(then, other)]).toEqual([then, 'done']);
      expect(await told(then, 'stranger')).toMatchObject({ rejected: { code: 'CustomerDiffers' } });
    }
  },
);

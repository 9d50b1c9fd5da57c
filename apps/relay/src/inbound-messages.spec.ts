import { configurationOf, executorOf, openTrialEngine, ProgramModule, projectedLog } from '@annals/composition';
import { EventStore } from '@annals/event-sourcing';
import type { Json } from '@annals/importing';
import { Projector, StoredViews } from '@annals/projecting';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CommandBus } from '@nestjs/cqrs';
import { randomUUID } from 'node:crypto';
import { InboundMessages } from './inbound-messages.js';

/** Customers who are one: two are merged into the first one, and the last one into one of these before. */
const ONE = ['kept', 'other', 'twin', 'first'];

let engine: Awaited<ReturnType<typeof openTrialEngine>>;
let app: INestApplicationContext;
let projector: Projector;
let messages: InboundMessages;

const start = async () => {
  app = await NestFactory.createApplicationContext(ProgramModule.with(engine, { modules: [] }), { logger: false });
  const [bus, log] = [app.get(CommandBus), app.get(EventStore)];
  projector = new Projector(projectedLog({ ...engine, log }), engine.documents, engine.catalogue.views);
  await projector.start();
  const views = new StoredViews(engine.documents, projector.positions);
  messages = new InboundMessages(bus, log, views, engine.configuration, engine.catalogue);
};
const stop = async () => {
  await projector.stop();
  await app.close();
};

const carryOut = async (type: string, body: Readonly<Record<string, Json>>) => {
  const { execute } = executorOf(app.get(CommandBus), app.get(EventStore), engine.catalogue, 'system:import');
  const command = { type, commandId: randomUUID(), source: 'test', body };
  expect(await execute([command])).toMatchObject([{ stored: true }]);
};
const merge = (mergedId: string, customerId: string) =>
  carryOut('MergeCustomers', { customerId, mergedId, reason: 'Registered twice.' });

beforeAll(async () => {
  engine = await openTrialEngine(configurationOf({ DATA_DIR: '/nowhere' }));
  await start();
  for (const name of [...ONE, 'stranger']) {
    const customer = { customerId: name, kind: 'person', roles: ['prospect'], name, code: `no-${name}` };
    await carryOut('RegisterCustomer', customer);
  }
  await merge('other', 'kept');
  await merge('first', 'twin');
  await merge('twin', 'kept');
});
afterAll(stop);

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
  expect(Object.keys(FACTS).toSorted()).toEqual(engine.catalogue.inbound.map(({ name }) => name).toSorted());
  const takeAll = async () => {
    for (const [type, fact] of Object.entries(FACTS)) {
      const { topic } = engine.catalogue.inbound.find(({ name }) => name === type)!;
      expect([type, await take(topic, `${by}-${type}`, { type, customer, ...fact(by) })]).toEqual([type, 'done']);
    }
    return app.get(EventStore).head();
  };
  const before = await app.get(EventStore).head();
  const after = await takeAll();
  expect(after - before).toBe(Object.keys(FACTS).length);
  expect(await takeAll()).toBe(after);
});

const topicOf = (type: string) => engine.catalogue.inbound.find(({ name }) => name === type)!.topic;

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

it.each([
  ['id', { id: 'other' }],
  ['code', { code: 'no-other' }],
])('takes no fact twice if a merge was undone in between, with a customer named by %s', async (by, customer) => {
  const takeAll = async () => {
    for (const [type, fact] of Object.entries(FACTS)) {
      const message = { type, customer, ...fact(`undone-${by}`) };
      expect([type, await take(topicOf(type), `undone-${by}-${type}`, message)]).toEqual([type, 'done']);
    }
    return app.get(EventStore).head();
  };
  await takeAll();
  await carryOut('UndoMerge', { customerId: 'kept', mergedId: 'other', reason: 'They are two.' });
  const before = await app.get(EventStore).head();
  expect(await takeAll()).toBe(before);
  await stop();
  await start();
  expect(await takeAll()).toBe(before);
  await carryOut('MergeCustomers', { customerId: 'kept', mergedId: 'other', reason: 'They are one.' });
});

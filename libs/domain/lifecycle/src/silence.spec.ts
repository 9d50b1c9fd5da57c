import { namingOf } from '@annals/command-bus';
import { handlersFor, NAMING } from '@annals/command-bus/handlers';
import { Configuration, loadConfiguration } from '@annals/configuration';
import { ContactMade } from '@annals/contracts-contacts';
import { customers, NoteSilence, RegisterCustomer } from '@annals/domain-customers';
import { EventStore, type Draft, type Origin, type RecordedEvent } from '@annals/event-sourcing';
import { customerList, type ListedCustomer } from '@annals/projections-customers';
import { CommandGate, OpenGate } from '@annals/http';
import { PolicyRunner, Projector, rebuild, StoredViews, Views } from '@annals/projecting';
import { MemoryDocumentStore, MemoryEventStore } from '@annals/store-memory';
import { appendTo, PATIENCE } from '@annals/testing';
import { CommandBus, CqrsModule } from '@nestjs/cqrs';
import { Test, type TestingModule } from '@nestjs/testing';
import { noteSilence } from './index.js';

const configuration = loadConfiguration({});
const view = customerList(configuration);

let log: MemoryEventStore;
let documents: MemoryDocumentStore;
let projector: Projector;
let app: TestingModule;
beforeEach(async () => {
  [log, documents] = [new MemoryEventStore(), new MemoryDocumentStore()];
  projector = new Projector(log, documents, [view]);
  const provided = [
    { provide: EventStore, useValue: log },
    { provide: Views, useValue: new StoredViews(documents, projector.positions) },
    { provide: Configuration, useValue: configuration },
    { provide: NAMING, useValue: namingOf(Buffer.alloc(32)) },
    { provide: CommandGate, useClass: OpenGate },
  ];
  const exports = provided.map(({ provide }) => provide as never);
  const platform = { module: class Platform {}, global: true, providers: provided, exports };
  app = await Test.createTestingModule({
    imports: [CqrsModule.forRoot(), platform],
    providers: customers.with({ ...configuration }).aggregates.flatMap(({ handlers }) => [...handlers(handlersFor)]),
  }).compile();
  await app.init();
});
afterEach(async () => {
  await projector.stop();
  await app.close();
});

const day = (number: number) => new Date(Date.UTC(2026, 0, number));
const tick = (at: Date, patience?: number) => {
  const policies = new PolicyRunner(log, documents, app.get(Views), [noteSilence(configuration)], { send });
  return policies.meetDeadlines(at, patience);
};

const send = ({ fields }: Draft, origin: Origin) =>
  app.get(CommandBus).execute(new NoteSilence(fields as NoteSilence, origin));

const register = (customerId: string, tenureMonths = 3) => {
  const [commandId, occurredAt] = [`register-${customerId}`, day(1).toISOString()];
  const ids = { commandId, correlationId: commandId, causationId: commandId };
  const origin: Origin = { ...ids, actor: 'test', source: 'test', occurredAt };
  const profile = { kind: 'person', name: 'Li Na', roles: ['end-customer'], value: { tenureMonths } } as const;
  return app
    .get(CommandBus)
    .execute(new RegisterCustomer({ customerId, ...profile, roles: [...profile.roles] }, origin));
};

const calls = (customerId: string, at: Date) => {
  const call = { channel: 'phone', direction: 'inbound', purpose: 'service', outcome: 'reached' } as const;
  const contact = { customerId, contactId: 'c-1', ...call, response: 'positive', summary: 'A question' } as const;
  const contactedAt = at.toISOString();
  const made = ContactMade.event({ ...contact, contactedAt, contactedBy: { id: 'u-1' } });
  const event = { ...made, occurredAt: contactedAt };
  return appendTo(log, event);
};

const everything = async () => (await Array.fromAsync(log.readAll(0))).flat();
const standing = async (customerId: string) => {
  await projector.positions.passed(view.name, await log.head(), PATIENCE);
  const [found] = await documents.get((await documents.served(view.name))!, [customerId]);
  return found?.body as ListedCustomer | undefined;
};

it('lets an inactive customer decline on the day of the threshold', async () => {
  await projector.start();
  await register('li');
  expect(await tick(day(180))).toBe(0);
  expect(await tick(day(200))).toBe(1);
  expect(await standing('li')).toMatchObject({
    lifecycle: { change: { from: 'developing', to: 'declining', rule: 'silence', since: day(181).toISOString() } },
  });
  expect((await everything()).at(-1)).toMatchObject({
    ...{ type: 'CustomerFellSilent', actor: 'system:clock', source: 'clock', occurredAt: day(181).toISOString() },
    data: { customerId: 'li', lastActivityAt: day(1).toISOString(), silentDays: 180 },
  } satisfies Partial<RecordedEvent>);
});

it('records it once, however often and in however many processes the clock ticks', async () => {
  await projector.start();
  await register('li');
  await standing('li');
  await Promise.all([tick(day(200)), tick(day(200)), tick(day(201))]);
  await standing('li');
  expect(await tick(day(202))).toBe(0);
  expect(await everything()).toHaveLength(2);
});

it('records it again when the customer is inactive again after an activity', async () => {
  await projector.start();
  await register('li');
  await standing('li');
  await tick(day(200));
  await calls('li', day(210));
  expect(await standing('li')).toMatchObject({ lifecycle: { change: { to: 'developing' } } });
  expect(await tick(day(390))).toBe(0);
  expect(await tick(day(391))).toBe(1);
});

it('lets a prospect decline, too, once it is due', async () => {
  await projector.start();
  await register('li', 0);
  expect(await standing('li')).toMatchObject({ lifecycle: { change: { to: 'initial' } } });
  expect([await tick(day(180)), await tick(day(9_999))]).toEqual([0, 1]);
});

it('records many customers in one tick', async () => {
  await projector.start();
  for (let index = 0; index < 1_100; index += 1) await register(`customer-${index}`);
  expect(await tick(day(200))).toBe(1_100);
});

it('waits while the view is missing or behind the log', async () => {
  await register('li');
  expect(await tick(day(200), 10)).toBe(0);

  await projector.start();
  await standing('li');
  await projector.stop();
  await calls('li', day(150));
  expect(await tick(day(200), 10)).toBe(0);
});

it('gives the same result when the view is rebuilt on any later day', async () => {
  await projector.start();
  await register('li');
  await standing('li');
  await tick(day(200));
  const before = await standing('li');
  await projector.stop();
  await rebuild(log, documents, view);
  expect(await standing('li')).toEqual(before);
});

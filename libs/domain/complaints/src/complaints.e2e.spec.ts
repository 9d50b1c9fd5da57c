import { NAMING, namingOf } from '@annals/command-bus';
import { Configuration } from '@annals/configuration';
import { CustomerRegistered } from '@annals/contracts-customers';
import { EventStore, NO_STREAM } from '@annals/event-sourcing';
import { useHttpConventions } from '@annals/http';
import { MemoryEventStore } from '@annals/store-memory';
import { recorded } from '@annals/testing';
import { CqrsModule } from '@nestjs/cqrs';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { ComplaintsModule } from './index.js';

const always = [{ from: '00:00', to: '24:00' }];
const week = { 1: always, 2: always, 3: always, 4: always, 5: always, 6: always, 7: always };
const calendar = { timeZone: 'UTC', week, holidays: ['2024-01-01'] };
const hoursToResolve = { low: 40, medium: 24, high: 8, critical: 2 };

const store = new MemoryEventStore();
const provided = [
  { provide: EventStore, useValue: store },
  { provide: NAMING, useValue: namingOf(new Uint8Array(32)) },
  { provide: Configuration, useValue: { calendar, hoursToResolve } },
];
const surroundings = {
  module: class Surroundings {},
  global: true,
  providers: provided,
  exports: provided.map(({ provide }) => provide),
};

let app: NestFastifyApplication;
beforeAll(async () => {
  const profile = { kind: 'person' as const, name: '王芳', roles: ['end-customer' as const] };
  const registered = CustomerRegistered.event({ customerId: '7590-VHVEG', profile });
  await store.append('customer-7590-VHVEG', NO_STREAM, recorded([registered]));
  const imports = [CqrsModule.forRoot(), surroundings, ComplaintsModule];
  const testing = await Test.createTestingModule({ imports }).compile();
  app = useHttpConventions(testing.createNestApplication<NestFastifyApplication>(new FastifyAdapter()));
  await app.init();
});
afterAll(() => app.close());

const post = async (url: string, payload: object) => {
  const response = await app.inject({ method: 'POST', url: `/v1/complaints${url}`, payload });
  return { status: response.statusCode, body: response.json<{ id: string; code?: string }>() };
};

const grievance = {
  customerId: '7590-VHVEG',
  channel: 'call-centre',
  category: 'billing',
  severity: 'high',
  subject: '账单有误',
  text: '电表读数不是我家的',
  occurredAt: '2023-12-31T20:00:00Z',
};

const fileOne = async () => {
  const { body } = await post('', grievance);
  return { url: `/${body.id}`, stream: `complaint-${body.id}` };
};

it('files a complaint of long ago, due by the configured hours', async () => {
  const { stream } = await fileOne();
  expect(await store.read(stream)).toMatchObject([
    { subject: '7590-VHVEG', data: { subject: '账单有误', dueAt: '2024-01-02T04:00:00.000Z' } },
  ]);
});

it('has a path for every command', async () => {
  const { url, stream } = await fileOne();
  await post(`${url}/assign`, { assignee: { id: 'u-23', name: '刘洋' } });
  await post(`${url}/escalate`, { to: 2, reason: 'unanswered' });
  await post(`${url}/resolve`, { rootCause: 'meters swapped', remedy: 'refund' });
  await post(`${url}/rate`, { score: 4, comment: '很快' });
  const last = await post(`${url}/reopen`, { reason: 'no refund yet' });
  expect(last).toMatchObject({ status: 200, body: { stream, revision: 5 } });
  expect((await store.read(stream)).map(({ type }) => type)).toEqual([
    'ComplaintFiled',
    'ComplaintAssigned',
    'ComplaintEscalated',
    'ComplaintResolved',
    'SatisfactionRated',
    'ComplaintReopened',
  ]);
});

it('answers a broken rule with its code', async () => {
  const { url } = await fileOne();
  expect(await post(`${url}/rate`, { score: 5 })).toMatchObject({
    status: 409,
    body: { code: 'ComplaintNotResolved' },
  });
});

it.each([
  ['a tier that does not exist', '/escalate', { to: 4, reason: 'unanswered' }],
  ['an escalation without a reason', '/escalate', { to: 2 }],
  ['a reopening without a reason', '/reopen', {}],
  ['a score that does not exist', '/rate', { score: 6 }],
  ['a severity that does not exist', '', { ...grievance, severity: 'urgent' }],
  ['a due time from outside', '', { ...grievance, dueAt: '2030-01-01T00:00:00.000Z' }],
])('refuses %s', async (_, path, body) => {
  const { url } = await fileOne();
  expect(await post(path && url + path, body)).toMatchObject({ status: 400 });
});

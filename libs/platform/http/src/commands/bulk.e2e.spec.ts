import { MemoryEventStore } from '@annals/store-memory';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { randomUUID } from 'node:crypto';
import { parcelsApp } from '../../test/parcels.js';
import type { BulkAnswer } from '../index.js';

const store = new MemoryEventStore();
let app: NestFastifyApplication;
beforeAll(async () => (app = await parcelsApp(store)));
afterAll(() => app.close());

const bulk = async (commands: unknown, headers: Record<string, string> = {}) => {
  const response = await app.inject({ method: 'POST', url: '/v1/commands', payload: { commands }, headers });
  return { status: response.statusCode, body: response.json<BulkAnswer & { code?: string }>() };
};

const pack = (parcelId: string = randomUUID(), more: object = {}) => ({
  type: 'PackParcel',
  parcelId,
  customerId: 'c1',
  ...more,
});
const send = (parcelId: string, more: object = {}) => ({ type: 'SendParcel', parcelId, kilos: 1, ...more });

it('returns an outcome for each command, in their order', async () => {
  const [one, other] = [randomUUID(), randomUUID()];
  const { status, body } = await bulk([pack(one), send(other), { type: 'Nonsense' }, pack('x'), send(one)]);
  expect(status).toBe(200);
  expect(body.outcomes).toMatchObject([
    { receipt: { id: one, revision: 0, consistencyToken: expect.any(String) as string } },
    { problem: { status: 404, code: 'ParcelNotRegistered' } },
    { problem: { status: 400, code: 'CommandUnknown', details: { type: 'Nonsense' } } },
    { problem: { status: 400, code: 'ValidationFailed', errors: [{ field: 'parcelId' }] } },
    { receipt: { id: one, revision: 1 } },
  ]);
});

it('tells of each in the language that is asked for', async () => {
  const other = randomUUID();
  const { body } = await bulk([send(other)], { 'accept-language': 'zh' });
  expect(body.outcomes).toMatchObject([{ problem: { title: '包裹不存在', detail: `没有包裹 ${other}，请先打包。` } }]);
});

it('carries out the commands of one stream in their order', async () => {
  const parcels = Array.from({ length: 100 }, () => randomUUID());
  const { body } = await bulk(
    parcels.flatMap((parcel) => [pack(parcel, { customerId: parcel.slice(20) }), send(parcel)]),
  );
  expect(body.outcomes.filter((outcome) => 'receipt' in outcome)).toHaveLength(200);
});

it('records where each command comes from', async () => {
  const [one, other] = [randomUUID(), randomUUID()];
  const occurredAt = '2020-01-01';
  const loaded = pack(one, { commandId: 'row-1', correlationId: 'file-1', occurredAt, reason: 'loaded' });
  await bulk([loaded, pack(other)], { 'x-correlation-id': 'all' });
  expect((await store.read(`parcel-${one}`))[0]).toMatchObject({
    correlationId: 'file-1',
    occurredAt: '2020-01-01T00:00:00.000Z',
    reason: 'loaded',
    actor: 'anonymous',
  });
  expect((await store.read(`parcel-${other}`))[0]).toMatchObject({ correlationId: 'all' });
});

it('adds nothing when a request comes again with its key', async () => {
  const one = randomUUID();
  const again = () => bulk([pack(one), send(one)], { 'idempotency-key': 'file-7' });
  expect(await again()).toEqual(await again());
  expect(await store.read(`parcel-${one}`)).toHaveLength(2);
});

it('refuses a key that comes again with another command, under which others of the request go on', async () => {
  const [one, other] = [randomUUID(), randomUUID()];
  const headers = { 'idempotency-key': 'file-8' };
  await bulk([pack(one), pack(other)], headers);
  const { body } = await bulk([pack(one), pack(other, { customerId: 'c2' })], headers);
  expect(body.outcomes).toMatchObject([
    { receipt: { id: one } },
    { problem: { status: 422, code: 'IdempotencyKeyReused' } },
  ]);
});

it('knows a command by its key, whether it came alone or among others', async () => {
  const one = randomUUID();
  const { body } = await bulk([pack(one, { commandId: 'row-9' })]);
  const payload = { customerId: 'c1', parcelId: one };
  const alone = await app.inject({
    method: 'POST',
    url: '/v1/parcels',
    payload,
    headers: { 'idempotency-key': 'row-9' },
  });
  expect(body.outcomes).toEqual([{ receipt: alone.json<object>() }]);
});

it('honours an expected revision', async () => {
  const one = randomUUID();
  const { body } = await bulk([pack(one), send(one, { expectedRevision: 5 })]);
  expect(body.outcomes[1]).toMatchObject({ problem: { status: 412 } });
});

it('says nothing of what went wrong inside', async () => {
  const { body } = await bulk([{ type: 'LoseParcel', parcelId: randomUUID() }]);
  expect(body.outcomes).toEqual([
    {
      problem: {
        ...{ type: 'urn:annals:problem:Unexpected', title: 'Unexpected error', status: 500, code: 'Unexpected' },
        detail: expect.stringContaining('`X-Request-Id`') as string,
      },
    },
  ]);
});

it.each([
  ['no list', 'PackParcel'],
  ['an empty list', []],
  ['more than 1,000 commands', Array.from({ length: 1_001 }, () => ({}))],
  ['something that is no object', [7]],
])('refuses %s as a whole', async (_, commands) => {
  expect(await bulk(commands)).toMatchObject({ status: 400, body: { code: 'ValidationFailed' } });
});

it.each(['idempotency-key', 'x-correlation-id'])('refuses a request with a wrong %s as a whole', async (name) => {
  expect(await bulk([pack()], { [name]: 'a b' })).toMatchObject({ status: 400 });
});

it('does not take an inherited word for a command', async () => {
  const { body } = await bulk([{ type: 'constructor' }]);
  expect(body.outcomes).toMatchObject([{ problem: { code: 'CommandUnknown' } }]);
});

it('refuses a command with too many values, and reports at most a hundred unknown fields', async () => {
  const content = Array.from({ length: 10_000 }, () => 1);
  expect(await bulk([pack(undefined, { content })])).toMatchObject({ status: 400, body: { code: 'TooManyValues' } });
  const strange = Object.fromEntries(content.slice(0, 150).map((_, index) => [`f${index}`, 1]));
  const payload = { commands: [pack()], ...strange };
  const response = await app.inject({ method: 'POST', url: '/v1/commands', payload });
  expect(response.json<{ errors: unknown[] }>().errors).toHaveLength(100);
});

it('spares the rules of fields a text that is longer than any field takes', async () => {
  const { body } = await bulk([pack('0'.repeat(10_001), { customerId: 'c'.repeat(10_000) })]);
  expect(body).toMatchObject({ code: 'ValidationFailed', errors: [{ field: 'commands.0.parcelId', rule: 'too_big' }] });
});

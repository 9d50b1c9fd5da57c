import { MemoryEventStore } from '@annals/store-memory';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { randomUUID } from 'node:crypto';
import { SameLog } from '../../test/logs.js';
import { parcelsApp } from '../../test/parcels.js';
import { callersOrigin } from '../index.js';

const store = new MemoryEventStore();
let app: NestFastifyApplication;
beforeAll(async () => (app = await parcelsApp(store)));
afterAll(() => app.close());

type Body = { id: string; stream: string };

const post = async (url: string, payload: object = {}, headers: Record<string, string> = {}) => {
  const response = await app.inject({ method: 'POST', url: `/v1${url}`, payload, headers });
  return { status: response.statusCode, body: response.json<Body>() };
};
const pack = (body: object = {}, headers = {}) => post('/parcels', { customerId: 'c1', ...body }, headers);
const eventsOf = ({ body }: { body: Body }) => store.read(body.stream);

it('arrives at the same id and events when a request is repeated with its key', async () => {
  const again = () => pack({}, { 'idempotency-key': 'click-1' });
  const [first, second] = await Promise.all([again(), again()]);
  expect(second.body).toEqual(first.body);
  expect(await eventsOf(first)).toHaveLength(1);
  expect((await pack({}, { 'idempotency-key': 'click-2' })).body.id).not.toBe(first.body.id);
});

it('refuses a key that comes again with another wish, on the same thing or on another', async () => {
  const headers = { 'idempotency-key': 'click-3' };
  const { body } = await pack({ reason: 'sold' }, headers);
  const refused = { status: 422, body: { code: 'IdempotencyKeyReused' } };
  expect(await pack({ reason: 'sold', customerId: 'c2' }, headers)).toMatchObject(refused);
  expect(await post(`/parcels/${body.id}/send`, { kilos: 1 }, headers)).toMatchObject(refused);
  expect(await pack({ parcelId: randomUUID(), reason: 'sold' }, headers)).toMatchObject(refused);
  expect(await pack({ reason: 'sold' }, headers)).toMatchObject({ status: 201, body });
});

it('refuses it after a restart, too', async () => {
  const headers = { 'idempotency-key': 'click-4' };
  const { body } = await pack({}, headers);
  const other = await parcelsApp(new SameLog(store));
  const again = (customerId: string) =>
    other.inject({ method: 'POST', url: '/v1/parcels', payload: { customerId }, headers });
  expect((await again('c1')).json()).toEqual(body);
  expect((await again('c2')).json()).toMatchObject({ status: 422, code: 'IdempotencyKeyReused' });
  await other.close();
});

it('keeps the key of a command that was refused for a better one', async () => {
  const { body } = await pack();
  await post(`/parcels/${body.id}/send`, { kilos: 1 });
  const late = { 'idempotency-key': 'click-5' };
  expect(await post(`/parcels/${body.id}/send`, { kilos: 1 }, late)).toMatchObject({ status: 409 });
  expect(await pack({ reason: 'instead' }, late)).toMatchObject({ status: 201 });
});

it('shows the key as the correlation id, under a command id that no other caller can have', async () => {
  const [event] = await eventsOf(await pack({}, { 'idempotency-key': 'key-8' }));
  expect(event).toMatchObject({
    correlationId: 'key-8',
    commandId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
  });
  expect(callersOrigin({ commandId: 'key-8' }, 'anonymous', () => '').commandId).toBe(event!.commandId);
  expect(callersOrigin({ commandId: 'key-8' }, 'somebody', () => '').commandId).not.toBe(event!.commandId);
});

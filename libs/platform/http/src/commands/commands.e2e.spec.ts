import { MemoryEventStore } from '@annals/store-memory';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { randomUUID } from 'node:crypto';
import { ClosedLog } from '../../test/logs.js';
import { parcelsApp } from '../../test/parcels.js';

const store = new MemoryEventStore();
let app: NestFastifyApplication;
beforeAll(async () => (app = await parcelsApp(store)));
afterAll(() => app.close());

type Body = { id: string; stream: string; consistencyToken: string };

const post = async (url: string, payload: object | string = {}, headers: Record<string, string> = {}) => {
  const response = await app.inject({ method: 'POST', url: `/v1${url}`, payload, headers });
  return { status: response.statusCode, headers: response.headers, body: response.json<Body>() };
};

const pack = (body: object = {}, headers = {}) => post('/parcels', { customerId: 'c1', ...body }, headers);
const eventsOf = ({ body }: { body: Body }) => store.read(body.stream);

it('answers a creating command with 201, its receipt and where the new thing is', async () => {
  const parcelId = randomUUID();
  const { status, headers, body } = await pack({ parcelId });
  expect({ status, body }).toMatchObject({
    status: 201,
    body: { id: parcelId, stream: `parcel-${parcelId}`, revision: 0 },
  });
  expect(headers).toMatchObject({
    location: `/v1/parcels/${parcelId}`,
    etag: '"0"',
    'consistency-token': body.consistencyToken,
  });
});

it('answers any other command with 200', async () => {
  const { body } = await pack();
  const sent = await post(`/parcels/${body.id}/send`, { kilos: 3 });
  expect(sent).toMatchObject({ status: 200, body: { id: body.id, revision: 1 }, headers: { etag: '"1"' } });
  expect(sent.headers).not.toHaveProperty('location');
});

it('makes up a missing id, another one for each request', async () => {
  expect((await pack()).body.id).not.toBe((await pack()).body.id);
});

it('creates a record of an id that it makes up without reading the log', async () => {
  const closed = new ClosedLog(store);
  const other = await parcelsApp(closed);
  const pack = (payload: object) => other.inject({ method: 'POST', url: '/v1/parcels', payload });
  expect((await pack({ customerId: 'c1' })).statusCode).toBe(201);
  const named = pack({ customerId: 'c1', parcelId: randomUUID() });
  closed.open();
  expect((await named).statusCode).toBe(201);
  await other.close();
});

it('records who, when, why and caused by what, whatever the body claims', async () => {
  const headers = { 'idempotency-key': 'key-7', 'x-correlation-id': 'call-7' };
  const occurredAt = '2025-03-01T12:00:00+02:00';
  const packed = await pack({ occurredAt, reason: 'late', origin: { actor: 'ceo', commandId: 'x' } }, headers);
  const [event] = await eventsOf(packed);
  expect(event).toMatchObject({ correlationId: 'call-7', source: 'http', causationId: event!.commandId });
  expect(event).toMatchObject({ actor: 'anonymous', occurredAt: '2025-03-01T10:00:00.000Z', reason: 'late' });
});

it('takes the id in the path, not one in the body', async () => {
  const { body } = await pack();
  const { body: receipt } = await post(`/parcels/${body.id}/send`, { parcelId: randomUUID(), kilos: 1 });
  expect(receipt.id).toBe(body.id);
});

it.each(['"0"', '"0.Zm9vYmFy-_mFyZm9vYmFyZg"', '*'])(
  'carries a command with If-Match: %s out if nothing has happened since',
  async (ifMatch) => {
    const { body } = await pack();
    expect(await post(`/parcels/${body.id}/send`, { kilos: 1 }, { 'if-match': ifMatch })).toMatchObject({
      status: 200,
    });
  },
);

it('says what has changed since the revision that a command was meant for, and no data of it', async () => {
  const { body } = await pack();
  await post(`/parcels/${body.id}/send`, { kilos: 1 });
  const late = await post(`/parcels/${body.id}/send`, { kilos: 2 }, { 'if-match': '"0"' });
  const recordedAt = expect.any(String) as string;
  expect(late).toMatchObject({ status: 412, body: { code: 'PreconditionFailed' } });
  expect(late.body).toHaveProperty('details', {
    stream: body.stream,
    expected: 0,
    actual: 1,
    since: [{ type: 'ParcelSent', revision: 1, actor: 'anonymous', recordedAt }],
  });
});

it('tells the revision of a record to a caller who expects a later one', async () => {
  const { body } = await pack();
  const ahead = await post(`/parcels/${body.id}/send`, { kilos: 1 }, { 'if-match': '"999999"' });
  expect(ahead).toMatchObject({ status: 412, body: { code: 'PreconditionFailed' } });
  expect(ahead.body).toHaveProperty('details', { stream: body.stream, expected: 999_999, actual: 0, since: [] });
});

it('refuses as missing a record that does not exist, whatever revision is expected', async () => {
  const missing = await post(`/parcels/${randomUUID()}/send`, { kilos: 1 }, { 'if-match': '"99"' });
  expect(missing).toMatchObject({ status: 404, body: { code: 'ParcelNotRegistered' } });
});

it('creates no record for a caller who expects one', async () => {
  const parcel = await pack({ parcelId: randomUUID() }, { 'if-match': '"0"' });
  expect(parcel).toMatchObject({ status: 412, body: { code: 'PreconditionFailed' } });
  expect(parcel.body).toHaveProperty('details', expect.objectContaining({ expected: 0, actual: null }));
});

it.each(['3', 'W/"3"', '"3", "4"', '""', '"x"'])('refuses If-Match: %s', async (ifMatch) => {
  expect(await pack({}, { 'if-match': ifMatch })).toMatchObject({ status: 400, body: { code: 'IfMatchInvalid' } });
});

it.each([
  ['idempotency-key', 'a b', 'IdempotencyKeyInvalid'],
  ['idempotency-key', '', 'IdempotencyKeyInvalid'],
  ['idempotency-key', 'k'.repeat(201), 'IdempotencyKeyInvalid'],
  ['x-correlation-id', 'é', 'CorrelationIdInvalid'],
])('refuses %s: %s', async (name, value, code) => {
  expect(await pack({}, { [name]: value })).toMatchObject({ status: 400, body: { code } });
});

it('gives a token that makes a read see the write', async () => {
  const { body } = await pack();
  const read = (headers = {}, query = '') => app.inject({ url: `/v1/parcels${query}`, headers });
  const byHeader = await read({ 'consistency-token': body.consistencyToken });
  const byQuery = await read({}, `?limit=5&consistencyToken=${body.consistencyToken}`);
  expect(Number(byHeader.headers['annals-position'])).toBeGreaterThan(0);
  expect(byQuery.headers['annals-position']).toBe(byHeader.headers['annals-position']);
  expect(byQuery.json()).toEqual({ limit: 5 });
});

it('marks what is older than was asked for', async () => {
  const token = Buffer.from('1:101').toString('base64url');
  const { headers } = await app.inject({ url: '/v1/parcels', headers: { 'consistency-token': token } });
  expect(headers['annals-stale']).toBe('true');
});

it.each(['', 'x', Buffer.from('1:-1').toString('base64url'), Buffer.from('2:1').toString('base64url')])(
  'refuses the consistency token "%s"',
  async (token) => {
    const response = await app.inject({ url: '/v1/parcels', headers: { 'consistency-token': token } });
    expect(response.json()).toMatchObject({ status: 400, code: 'ConsistencyTokenInvalid' });
  },
);

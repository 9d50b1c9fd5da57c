import { MemoryEventStore } from '@annals/store-memory';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { randomUUID } from 'node:crypto';
import { parcelsApp } from '../../test/parcels.js';

let app: NestFastifyApplication;
beforeAll(async () => {
  app = await parcelsApp(new MemoryEventStore());
});
afterAll(() => app.close());

type Request = { method?: 'GET' | 'POST' | 'PUT'; payload?: object | string; headers?: Record<string, string> };

const ask = async (url: string, { method = 'POST', payload, headers = {} }: Request = {}) => {
  const response = await app.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) });
  expect(response.headers['content-type']).toMatch(/^application\/problem\+json/);
  return { status: response.statusCode, headers: response.headers, body: response.json<Record<string, unknown>>() };
};

const json = (payload: string): Request => ({ payload, headers: { 'content-type': 'application/json' } });
const one = `/v1/parcels/${randomUUID()}`;

it('is a problem with a stable code, words, and the request that the log names', async () => {
  const { status, headers, body } = await ask(`${one}/send`, { payload: { kilos: 1 } });
  expect({ status, body }).toEqual({
    status: 404,
    body: {
      type: 'urn:annals:problem:ParcelNotRegistered',
      title: 'Parcel not found',
      status: 404,
      detail: `There is no parcel ${one.slice(-36)}. Pack it first.`,
      code: 'ParcelNotRegistered',
      instance: `urn:annals:request:${headers['x-request-id'] as string}`,
      details: { parcelId: one.slice(-36) },
    },
  });
});

it('is a 409 when a rule says no', async () => {
  const parcelId = randomUUID();
  await app.inject({ method: 'POST', url: '/v1/parcels', payload: { parcelId, customerId: 'c1' } });
  const send = () => app.inject({ method: 'POST', url: `/v1/parcels/${parcelId}/send`, payload: { kilos: 1 } });
  await send();
  expect((await send()).json()).toMatchObject({ status: 409, code: 'ParcelAlreadySent' });
});

it('says nothing of what went wrong inside', async () => {
  const { status, body } = await ask(`${one}/lose`, { payload: {} });
  expect({ status, body }).toEqual({
    status: 500,
    body: {
      type: 'urn:annals:problem:Unexpected',
      title: 'Unexpected error',
      status: 500,
      detail: expect.stringContaining('`X-Request-Id`') as string,
      code: 'Unexpected',
      instance: expect.any(String) as string,
    },
  });
});

it.each<[string, string, Request, number, string]>([
  ['a path that is not there', '/v1/nowhere', {}, 404, 'RouteNotFound'],
  ['a thing that is not there', one, { method: 'GET' }, 404, 'ParcelNotFound'],
  ['a method that a path does not have', one, { method: 'PUT' }, 405, 'MethodNotAllowed'],
  ['JSON that is none', '/v1/parcels', json('{'), 400, 'MalformedJson'],
  ['an empty body that claims to be JSON', '/v1/parcels', json(''), 400, 'MalformedJson'],
  ['a change of the prototype', '/v1/parcels', json('{"__proto__":{"a":1}}'), 400, 'MalformedJson'],
  ['a constructor in disguise', '/v1/parcels', json('{"constructor":{"prototype":{}}}'), 400, 'MalformedJson'],
  ['a list as body', '/v1/parcels', { payload: [] }, 400, 'BodyNotAnObject'],
  ['nothing as body', '/v1/parcels', json('null'), 400, 'BodyNotAnObject'],
  ['nothing as body of a form', '/v1/commands', json('null'), 400, 'BodyNotAnObject'],
  ['a word as body', '/v1/parcels', json('"parcel"'), 400, 'BodyNotAnObject'],
  [
    'a form',
    '/v1/parcels',
    { payload: 'a=b', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
    415,
    'UnsupportedMediaType',
  ],
  ['a body that is too large', '/v1/parcels', { payload: { customerId: 'c'.repeat(10_000) } }, 413, 'BodyTooLarge'],
  ['a path that cannot be decoded', '/v1/parcels/%zz', { method: 'GET' }, 400, 'MalformedUrl'],
])('refuses %s', async (_, url, request, status, code) => {
  expect(await ask(url, request)).toMatchObject({ status, body: { status, code } });
});

it.each([
  ['lists', 65, '[', ']'],
  ['objects', 65, '{"a":', '}'],
  ['a hundred thousand lists', 100_000, '[', ']'],
])('refuses what is too deep: %s', async (_, depth, open, close) => {
  const request = json(`{"content":${open.repeat(depth - 1)}1${close.repeat(depth - 1)}}`);
  const inBulk = { ...request, payload: `{"commands":[${request.payload as string}]}` };
  if (depth < 1_000)
    expect(await ask('/v1/parcels', request)).toMatchObject({ status: 400, body: { code: 'BodyTooDeep' } });
  expect(await ask('/v1/commands', inBulk)).toMatchObject({ status: 400, body: { code: 'BodyTooDeep' } });
});

it('names the methods that a path has', async () => {
  expect((await ask(one, { method: 'PUT' })).headers['allow']).toBe('GET, HEAD');
});

it('names every field that is wrong by its path, with the rule', async () => {
  const to = { city: '', lines: ['ok', 'x'.repeat(21)] };
  const payload = { customerId: 7, parcelId: 'x', to, actor: 'ceo', occurredAt: '2999-01-01', expectedRevision: 'x' };
  const { status, body } = await ask('/v1/parcels', { payload });
  expect({ status, code: body['code'] }).toEqual({ status: 400, code: 'ValidationFailed' });
  const broken = (body['errors'] as { field: string; rule: string }[]).map(({ field, rule }) => `${field} ${rule}`);
  expect(broken.toSorted()).toEqual([
    'actor unknownField',
    'customerId invalid_type',
    'expectedRevision invalid_type',
    'occurredAt isPastInstant',
    'parcelId invalid_format',
    'to.city too_small',
    'to.lines.1 too_big',
  ]);
});

it.each([
  ['another command in disguise', { type: 'LoseParcel' }],
  ['a day without its offset', { occurredAt: '2025-01-01T10:00:00' }],
])('refuses %s', async (_, more) => {
  const { body } = await ask('/v1/parcels', { payload: { customerId: 'c1', ...more } });
  expect(body).toMatchObject({ status: 400, code: 'ValidationFailed', errors: [{ field: Object.keys(more)[0] }] });
});

it('refuses a query that nobody declared', async () => {
  const { body } = await ask('/v1/parcels?limit=101&colour=red', { method: 'GET' });
  expect(body).toMatchObject({ status: 400, errors: [{ field: 'colour' }, { field: 'limit', rule: 'max' }] });
});

import { MemoryEventStore } from '@annals/store-memory';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { parcelsApp } from '../../test/parcels.js';

let app: NestFastifyApplication;
beforeAll(async () => {
  app = await parcelsApp(new MemoryEventStore());
});
afterAll(() => app.close());

const json = (payload: string) => ({ payload, headers: { 'content-type': 'application/json' } });

const bytes = (text: string, encoding: BufferEncoding) => Buffer.from(text, encoding);
const gbk = Buffer.concat([bytes('{"customerId":"', 'ascii'), bytes('c0eec4c8', 'hex'), bytes('"}', 'ascii')]);
const ff = Buffer.concat([bytes('{"customerId":"', 'ascii'), bytes('ff', 'hex'), bytes('"}', 'ascii')]);
const as = (charset: string) => ({ 'content-type': `application/json${charset}` });

it.each<[string, Buffer | string, string, number, string]>([
  ['GBK', gbk, '; charset=gbk', 415, 'UnsupportedCharset'],
  ['GBK in quotes', gbk, ';Charset="GBK"', 415, 'UnsupportedCharset'],
  ['ASCII that says Latin 1', '{"customerId":"c1"}', '; charset=iso-8859-1', 415, 'UnsupportedCharset'],
  ['ASCII that says UTF-16', '{"customerId":"c1"}', '; charset=utf-8; charset=utf-16', 415, 'UnsupportedCharset'],
  ['GBK without a word', gbk, '', 400, 'BodyNotUtf8'],
  ['a byte FF', ff, '; charset=utf-8', 400, 'BodyNotUtf8'],
  ['an encoded surrogate', Buffer.concat([ff.subarray(0, 15), bytes('eda080227d', 'hex')]), '', 400, 'BodyNotUtf8'],
])('refuses a body in %s', async (_, payload, charset, status, code) => {
  for (const url of ['/v1/parcels', '/v1/commands'])
    expect((await app.inject({ method: 'POST', url, payload, headers: as(charset) })).json()).toMatchObject({
      status,
      code,
    });
});

it.each(['', '; charset=utf-8', ';charset=UTF-8', '; charset="utf8"'])('takes UTF-8, said as "%s"', async (charset) => {
  const payload = '{"customerId":"李娜"}';
  expect((await app.inject({ method: 'POST', url: '/v1/parcels', payload, headers: as(charset) })).statusCode).toBe(
    201,
  );
});

it.each([
  ['{"customerId":"A\\ud800B"}', 'customerId'],
  ['{"customerId":"c1","to":{"city":"B","lines":["\\udc00"]}}', 'to.lines.0'],
  ['{"customerId":"c1","content":{"a\\ud800":1}}', 'content.a\ufffd'],
])('refuses half of a surrogate pair: %s', async (payload, field) => {
  const response = await app.inject({ method: 'POST', url: '/v1/parcels', ...json(payload) });
  expect(response.json()).toMatchObject({
    status: 400,
    code: 'ValidationFailed',
    errors: [{ field, rule: 'isWellFormed' }],
  });
});

it('takes a whole surrogate pair', async () => {
  const payload = '{"customerId":"\\ud83d\\ude00"}';
  expect((await app.inject({ method: 'POST', url: '/v1/parcels', ...json(payload) })).statusCode).toBe(201);
});

it.each(['/v1/parcels', '/v1/commands'])('refuses an object that has a field twice, at %s', async (url) => {
  const response = await app.inject({
    method: 'POST',
    url,
    ...json('{"customerId":"c1","to":{"city":"A","city":"B"}}'),
  });
  expect(response.json()).toMatchObject({ status: 400, code: 'KeyTwice', details: { field: 'city' } });
});

it.each([
  ['/v1/parcels', '{"customerId":"c1","content":{"size":12345678901234567890}}', 'content.size'],
  ['/v1/parcels', '{"customerId":"c1","content":{"sizes":[1,0.1234567890123456789]}}', 'content.sizes.1'],
  ['/v1/parcels', '{"customerId":"c1","size":1e400}', 'size'],
  ['/v1/commands', '{"commands":[{"type":"A"},{"type":"SendParcel","size":-9007199254740993}]}', 'commands.1.size'],
])('refuses a number that would lose digits, at %s: %s', async (url, payload, field) => {
  const response = await app.inject({ method: 'POST', url, ...json(payload) });
  expect(response.json()).toMatchObject({
    ...{ status: 400, code: 'ValidationFailed' },
    errors: [{ field, rule: 'exactNumber', message: expect.stringContaining('Send the number as a text') as string }],
  });
});

it.each(['gzip', 'br', 'identity, gzip'])('refuses a body that is encoded as %s', async (encoding) => {
  const headers = { 'content-type': 'application/json', 'content-encoding': encoding };
  const response = await app.inject({
    method: 'POST',
    url: '/v1/parcels',
    payload: Buffer.from('1f8b', 'hex'),
    headers,
  });
  expect(response.json()).toMatchObject({ status: 415, code: 'UnsupportedEncoding' });
  expect(response.headers['accept-encoding']).toBe('identity');
});

it('takes a body whose encoding is said to be identity', async () => {
  const headers = { 'content-type': 'application/json', 'content-encoding': 'identity' };
  const request = { method: 'POST', url: '/v1/parcels', payload: '{"customerId":"c2"}', headers } as const;
  expect((await app.inject(request)).statusCode).toBe(201);
});

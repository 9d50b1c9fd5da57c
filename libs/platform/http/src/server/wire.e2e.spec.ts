import { MemoryEventStore } from '@annals/store-memory';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { parcelsApp } from '../../test/parcels.js';

let app: NestFastifyApplication;
beforeAll(async () => {
  app = await parcelsApp(new MemoryEventStore());
  await app.listen(0, '127.0.0.1');
});
afterAll(() => app.close());

const dial = async () => connect(Number(new URL(await app.getUrl()).port), '127.0.0.1');

it.each([
  ['what is not even HTTP', 'nonsense\r\n\r\n', 400, 'MalformedRequest'],
  ['headers without end', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, 431, 'HeadersTooLarge'],
])('answers %s', async (_, sent, status, code) => {
  const socket = await dial();
  socket.write(sent);
  const answer = await text(socket);
  expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} [^]*application/problem\\+json[^]*"code":"${code}"`));
});

it('bounds the time of requests and of silent connections, and keeps connections longer than proxies do', () => {
  const { headersTimeout, requestTimeout, keepAliveTimeout, timeout } = app.getHttpServer();
  expect({ headersTimeout, requestTimeout, keepAliveTimeout, timeout }).toEqual({
    headersTimeout: 15_000,
    requestTimeout: 60_000,
    keepAliveTimeout: 65_000,
    timeout: 120_000,
  });
});

it('answers a body that is too large while it is still being sent, and hears the rest out', async () => {
  const socket = await dial();
  const size = 4_000_000;
  const head = (url: string, more: string) => `${url} HTTP/1.1\r\nHost: x\r\n${more}\r\n`;
  socket.write(head('POST /v1/parcels', `Content-Type: application/json\r\nContent-Length: ${size}\r\n`));
  const [refusal] = (await once(socket, 'data')) as [Buffer];
  expect(refusal.toString()).toContain('"code":"BodyTooLarge"');
  socket.write(' '.repeat(size));
  socket.write(head('GET /v1/parcels', 'Connection: close\r\n'));
  expect(await text(socket)).toMatch(/^HTTP\/1.1 200 /);
});

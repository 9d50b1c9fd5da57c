import { MemoryEventStore } from '@annals/store-memory';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { parcelsApp } from '../../test/parcels.js';

let app: NestFastifyApplication;
const open: Socket[] = [];
const start = async (options: { connectionsPerAddress?: number; overload?: { requests: number; wait: number } }) => {
  app = await parcelsApp(new MemoryEventStore(), undefined, options);
  await app.listen(0, '127.0.0.1');
};
afterEach(async () => {
  for (const socket of open.splice(0)) socket.destroy();
  await app.close();
});

const dial = async () => {
  const socket = connect(Number(new URL(await app.getUrl()).port), '127.0.0.1');
  open.push(socket);
  await once(socket, 'connect');
  return socket;
};
const POST = 'POST /v1/parcels HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n';
const GET = 'GET /v1/parcels HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n';
const asked = async (request: string) => {
  const socket = await dial();
  socket.write(request);
  return text(socket);
};

it.each(['Content-Length: 100\r\n\r\n{"cust', 'Transfer-Encoding: chunked\r\n\r\n6\r\n{"cust\r\n'])(
  'answers others while requests with half a body wait: %j',
  async (half) => {
    await start({ overload: { requests: 2, wait: 1_000 } });
    for (let count = 0; count < 20; count += 1) (await dial()).write(POST + half);
    expect(await asked(GET)).toMatch(/^HTTP\/1.1 200 /);
    const body = '{"customerId":"c1"}';
    const whole = `${POST}Connection: close\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
    expect(await asked(whole)).toMatch(/^HTTP\/1.1 201 /);
  },
);

it('has the same room after requests whose body did not come in time', async () => {
  await start({ overload: { requests: 2, wait: 0 } });
  const server = app.getHttpServer();
  const { headersTimeout, requestTimeout } = server;
  Object.assign(server, { headersTimeout: 1, requestTimeout: 1 });
  const half = `${POST}Content-Length: 100\r\n\r\n{"cust`;
  const late = await Promise.all(Array.from({ length: 20 }, () => asked(half)));
  for (const answer of late) expect(answer).toMatch(/^HTTP\/1.1 408 [^]*"code":"RequestTooSlow"/);
  Object.assign(server, { headersTimeout, requestTimeout });
  const [one, other] = await Promise.all([asked(GET), asked(GET)]);
  for (const answer of [one, other]) expect(answer).toMatch(/^HTTP\/1.1 200 /);
});

it('closes what one address opens beyond its connections, until others are closed', async () => {
  await start({ connectionsPerAddress: 2 });
  const [first] = [await dial(), await dial()];
  const third = await dial();
  third.on('error', () => undefined);
  await once(third, 'close');
  const closed = once(first, 'close');
  first.end(GET);
  first.resume();
  await closed;
  expect(await asked(GET)).toMatch(/^HTTP\/1.1 200 /);
});

it('refuses a request with two hosts', async () => {
  await start({});
  const answer = await asked('GET /v1/parcels HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n');
  expect(answer).toMatch(/^HTTP\/1.1 400 [^]*"code":"HostTwice"/);
});

import { MemoryEventStore } from '@annals/store-memory';
import { newCertificate } from '@annals/testing/certificates';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { connect as connectSecurely, type ConnectionOptions, type TLSSocket } from 'node:tls';
import { once } from 'node:events';
import { ServedCertificate } from '../index.js';
import { parcelsApp } from '../../test/parcels.js';

const folder = mkdtempSync(join(tmpdir(), 'annals-tls-'));
const files = { cert: join(folder, 'cert.pem'), key: join(folder, 'key.pem') };
const write = async () => {
  const { cert, key } = await newCertificate();
  writeFileSync(files.cert, cert);
  writeFileSync(files.key, key);
  return cert;
};

let app: NestFastifyApplication;
let certificate: ServedCertificate;
let port: number;
let ca: string;
beforeAll(async () => {
  ca = await write();
  certificate = await ServedCertificate.from(files);
  app = await parcelsApp(new MemoryEventStore(), undefined, { certificate });
  await app.listen(0, '127.0.0.1');
  port = Number(new URL(await app.getUrl()).port);
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});

const get = async (path: string) => {
  const sent = request({ host: '127.0.0.1', port, path, ca, agent: false }).end();
  const [response] = (await once(sent, 'response')) as [NodeJS.ReadableStream & { statusCode: number }];
  await text(response);
  return response;
};

const handshake = async (options: ConnectionOptions): Promise<TLSSocket> => {
  const socket = connectSecurely({ port, host: '127.0.0.1', ca, ...options });
  await once(socket, 'secureConnect');
  return socket.destroy();
};

it('answers over TLS, and tells browsers to use nothing else for a year', async () => {
  const answer = await get('/v1/parcels');
  expect(answer).toMatchObject({
    statusCode: 200,
    headers: { 'strict-transport-security': 'max-age=31536000; includeSubDomains' },
  });
});

it.each(['TLSv1.2', 'TLSv1.3'] as const)('speaks %s', async (version) => {
  const socket = await handshake({ minVersion: version, maxVersion: version });
  expect(socket.authorized).toBe(true);
});

it.each(['TLSv1', 'TLSv1.1'] as const)('does not speak %s', async (version) => {
  const old = { minVersion: version, maxVersion: version, ciphers: 'DEFAULT@SECLEVEL=0' };
  await expect(handshake(old)).rejects.toThrow(/alert protocol version/);
});

it('closes a connection without TLS', async () => {
  const socket = connect(port, '127.0.0.1');
  socket.write('GET /v1/parcels HTTP/1.1\r\nHost: x\r\n\r\n');
  expect(await text(socket)).toBe('');
});

it('serves the renewed certificate to new connections, and goes on with open ones', async () => {
  const open = connectSecurely({ port, host: '127.0.0.1', ca });
  await once(open, 'secureConnect');
  ca = await write();
  await certificate.look();
  expect((await get('/v1/parcels')).statusCode).toBe(200);
  open.write('GET /v1/parcels HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
  expect(await text(open)).toMatch(/^HTTP\/1.1 200 /);
});

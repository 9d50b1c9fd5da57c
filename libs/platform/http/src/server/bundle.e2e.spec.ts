import { MemoryEventStore } from '@annals/store-memory';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parcelsApp } from '../../test/parcels.js';

const folder = mkdtempSync(join(tmpdir(), 'annals-bundle-'));
afterAll(() => rmSync(folder, { recursive: true }));

const PAGE = '<meta name="csp-nonce" content="__NONCE__">';
const HTML = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

let app: NestFastifyApplication;
beforeAll(async () => {
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), PAGE);
  writeFileSync(join(folder, 'assets/main-4f1c.js'), 'export {};');
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  app = await parcelsApp(new MemoryEventStore(), undefined, { bundle: folder });
});
afterAll(() => app.close());

const get = (url: string, headers: Readonly<Record<string, string>> = HTML) =>
  app.inject({ method: 'GET', url, headers });

it.each(['/', '/customers', '/customers/c-1?asOf=2026-01-05&kind=deal', '/users/li.na', '/no/such/page'])(
  'answers a browser with the page at %s',
  async (url) => {
    const { statusCode, headers, body } = await get(url);
    expect({ statusCode, type: headers['content-type'] }).toEqual({
      statusCode: 200,
      type: 'text/html; charset=utf-8',
    });
    expect(body).toMatch(/^<meta name="csp-nonce" content="[\w-]{22}">$/);
  },
);

it('allows scripts of its own files only, and styles by a nonce', async () => {
  const [one, other] = [await get('/'), await get('/')];
  const nonce = /content="([\w-]+)"/.exec(one.body)![1];
  expect(one.headers['content-security-policy']).toBe(
    `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data:; font-src 'self'; ` +
      `connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`,
  );
  expect(other.body).not.toBe(one.body);
  expect(one.headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
});

it('lets browsers keep its assets, whose names change with their content', async () => {
  const { statusCode, headers } = await get('/assets/main-4f1c.js', {});
  expect(statusCode).toBe(200);
  expect(headers).toMatchObject({
    'cache-control': 'public, max-age=31536000, immutable',
    'content-type': 'application/javascript; charset=utf-8',
  });
});

it.each([
  ['an asset that does not exist', '/assets/main-0000.js', HTML],
  ['a file beside the assets', '/assets/../secret.txt', HTML],
  ['a file beside the assets, encoded', '/assets/..%2fsecret.txt', HTML],
  ['an unknown path of the API', '/v1/nothing', HTML],
  ['a path with an extension', '/robots.txt', HTML],
  ['a program', '/customers', { accept: 'application/json' }],
  ['a program that does not say what it accepts', '/customers', {}],
])('does not answer with the page for %s', async (_, url, headers) => {
  const { statusCode, body } = await get(url, headers);
  expect({ statusCode, code: (JSON.parse(body) as { readonly code: string }).code }).toEqual({
    statusCode: 404,
    code: 'RouteNotFound',
  });
});

it('leaves other methods to the API', async () => {
  const { statusCode } = await app.inject({ method: 'POST', url: '/customers', headers: HTML, payload: {} });
  expect(statusCode).toBe(404);
});

it('answers nothing where nothing is built', async () => {
  const bare = await parcelsApp(new MemoryEventStore(), undefined, { bundle: join(folder, 'none') });
  const { statusCode } = await bare.inject({ method: 'GET', url: '/', headers: HTML });
  expect(statusCode).toBe(404);
  await bare.close();
});

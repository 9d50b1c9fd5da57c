import { MemoryEventStore } from '@annals/store-memory';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { parcelsApp } from '../../test/parcels.js';

let app: NestFastifyApplication;
beforeAll(async () => {
  app = await parcelsApp(new MemoryEventStore());
});
afterAll(() => app.close());

it('serves documentation that a strict browser shows', async () => {
  const page = await app.inject({ url: '/docs' });
  expect(page.statusCode).toBe(200);
  expect(page.headers['content-security-policy']).toMatch(/script-src 'self';/);
  expect(page.body).not.toMatch(/<script(?![^>]*src=)[^>]*>\s*\S/);
  for (const [, path] of page.body.matchAll(/(?:src|href)="(\.[^"]+)"/g))
    expect((await app.inject({ url: new URL(path!, 'http://annals/docs').pathname })).statusCode).toBe(200);
});

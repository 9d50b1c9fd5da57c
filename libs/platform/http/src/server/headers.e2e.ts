import { MemoryEventStore } from '@annals/store-memory';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { parcelsApp } from '../../test/parcels.js';

let app: NestFastifyApplication;
beforeAll(async () => (app = await parcelsApp(new MemoryEventStore())));
afterAll(() => app.close());

it('tells browsers to keep, frame and guess nothing', async () => {
  const { headers } = await app.inject('/v1/nowhere');
  expect(headers).toMatchObject({
    'cache-control': 'no-store',
    'x-frame-options': 'DENY',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none';frame-ancestors 'none'",
    'strict-transport-security': 'max-age=31536000; includeSubDomains',
  });
});

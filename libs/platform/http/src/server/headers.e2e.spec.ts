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
    'referrer-policy': 'no-referrer',
    'content-security-policy': "default-src 'none';frame-ancestors 'none'",
    'strict-transport-security': 'max-age=31536000; includeSubDomains',
  });
});

it('lets no page of another origin read an answer, and sets no cookie', async () => {
  const headers = { origin: 'https://elsewhere.example', 'access-control-request-method': 'POST' };
  const answers = await Promise.all([
    app.inject({ url: '/v1/parcels', headers }),
    app.inject({ method: 'OPTIONS', url: '/v1/parcels', headers }),
  ]);
  for (const answer of answers) {
    expect(answer.headers).not.toHaveProperty('access-control-allow-origin');
    expect(answer.headers).not.toHaveProperty('set-cookie');
  }
  expect(answers[1].statusCode).toBe(405);
});

it('does not answer TRACE', async () => {
  expect((await app.inject({ method: 'TRACE', url: '/v1/parcels' })).statusCode).toBeGreaterThanOrEqual(400);
});

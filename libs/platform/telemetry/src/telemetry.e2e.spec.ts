import { AccountStore, AuthModule, createFirstAdministrator } from '@annals/auth';
import { useHttpConventions } from '@annals/http';
import type { ViewState } from '@annals/projecting';
import { MemoryEventStore, MemoryRecordStore } from '@annals/store-memory';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { BellsModule } from '../test/bells.js';
import { CountingEventStore, Health, Metrics, TelemetryModule } from './index.js';

class OneView extends Health {
  state: ViewState = 'live';

  async views() {
    const place = { version: 1, collection: 'chimes-v1', position: 5, parked: 3 };
    return [{ view: 'chimes', ...place, lag: { events: 2, seconds: 1.5 }, state: this.state }];
  }

  override async collisions() {
    return 2;
  }
}

const health = new OneView();
const metrics = new Metrics(health);
let app: NestFastifyApplication;
let token: string;
beforeAll(async () => {
  const records = new MemoryRecordStore();
  const accounts = new AccountStore(records);
  const passwordCost = { N: 2, r: 1, p: 1 };
  const password = (await createFirstAdministrator(accounts, Buffer.alloc(32), passwordCost)) ?? '';
  const auth = AuthModule.with({ accounts, records, tokenKey: Buffer.alloc(32), tokenMinutes: 60, passwordCost });
  const telemetry = TelemetryModule.with({ health, metrics, lagLimit: { events: 100, seconds: 30 } });
  const bells = BellsModule.with(new CountingEventStore(new MemoryEventStore(), metrics));
  const testing = await Test.createTestingModule({ imports: [bells, auth, telemetry] }).compile();
  app = useHttpConventions(testing.createNestApplication(new FastifyAdapter(), { logger: false }));
  await app.init();
  const newPassword = 'ring my bell please';
  const first = await post('session', { name: 'admin', password });
  token = first.token;
  token = (await post('session/password', { currentPassword: password, newPassword })).token;
});
afterAll(() => app.close());

const authorization = () => ({ authorization: `Bearer ${token}` });
const post = async (url: string, payload: object = {}) =>
  (await app.inject({ method: 'POST', url: `/v1/${url}`, headers: authorization(), payload })).json<{
    token: string;
  }>();

it('tells without a token that it runs and does its work', async () => {
  health.state = 'live';
  for (const url of ['/health/live', '/health/ready'])
    expect((await app.inject({ url })).json()).toEqual({ status: 'ok' });
});

it('tells why it does not do its work', async () => {
  health.state = 'failed';
  expect((await app.inject({ url: '/health/ready' })).json()).toMatchObject({
    status: 503,
    code: 'NotReady',
    details: { reasons: [{ reason: 'ViewFailed', view: 'chimes', state: 'failed', position: 5 }] },
  });
  expect((await app.inject({ url: '/health/live' })).statusCode).toBe(200);
});

it('shows its metrics to signed-in users with the right', async () => {
  expect((await app.inject({ url: '/metrics' })).statusCode).toBe(401);
});

it('counts requests by route, commands by outcome, events, and how far views are', async () => {
  health.state = 'live';
  for (const each of ['a', 'b', 'broken']) await post(`bells/${each}/ring`);
  const response = await app.inject({ url: '/metrics', headers: authorization() });
  expect(response.headers['content-type']).toMatch(/^text\/plain/);
  const lines = response.body.split('\n');
  expect(lines).toEqual(
    expect.arrayContaining([
      'annals_http_request_duration_seconds_count{method="POST",route="/v1/bells/:bell/ring",status="200"} 2',
      'annals_http_request_duration_seconds_count{method="POST",route="/v1/bells/:bell/ring",status="409"} 1',
      'annals_command_duration_seconds_count{type="Ring",outcome="done"} 2',
      'annals_command_duration_seconds_count{type="Ring",outcome="refused"} 1',
      'annals_events_appended_total{type="BellRung"} 2',
      'annals_view_lag_events{view="chimes"} 2',
      'annals_view_lag_seconds{view="chimes"} 1.5',
      'annals_view_failed{view="chimes"} 0',
      'annals_view_state{view="chimes",state="live"} 1',
      'annals_view_parked_keys{view="chimes"} 3',
      'annals_view_rebuilding{view="chimes"} 0',
      'annals_identifier_collisions 2',
      expect.stringMatching(/^process_cpu_seconds_total /),
    ]) as string[],
  );
});

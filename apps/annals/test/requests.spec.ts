import { until } from '@annals/testing';
import type { Client, Receipt } from './client.js';
import { stage } from './stage.js';

const { open } = stage();

let client: Client;
beforeAll(async () => {
  ({ client } = await open());
});

const customer = (customerId: string) => ({ customerId, kind: 'person', name: customerId, roles: ['prospect'] });
const register = async (id: string) => (await client.post('/v1/customers', customer(id))).body as Receipt;
const rename = (id: string, name: string, headers: Record<string, string> = {}) =>
  client.post(`/v1/customers/${id}/change-data`, { changes: { name }, reason: 'married' }, headers);

it('carries out a command once, however often it is sent with its Idempotency-Key', async () => {
  await register('li');
  const headers = { 'idempotency-key': 'click-1' };
  const [first, ...again] = await Promise.all(Array.from({ length: 5 }, () => rename('li', 'Li Na', headers)));
  for (const { status, body } of again) expect({ status, body }).toEqual({ status: 200, body: first!.body });
  expect(first!.body).toMatchObject({ revision: 1 });
});

it('refuses a command with an outdated revision, and lists later changes', async () => {
  const { revision } = await register('wang');
  await rename('wang', 'Wang Wei');
  expect(await rename('wang', 'Wang Fang', { 'if-match': `"${revision}"` })).toMatchObject({
    status: 412,
    body: {
      code: 'PreconditionFailed',
      details: { expected: 0, actual: 1, since: [{ type: 'CustomerDataChanged', revision: 1, actor: 'admin' }] },
    },
  });
  expect(await rename('wang', 'Wang Fang', { 'if-match': '"1"' })).toMatchObject({
    status: 200,
    body: { revision: 2 },
  });
});

it('carries out 1,000 commands in one request, and returns an outcome for each', async () => {
  const commands = Array.from({ length: 999 }, (_, index) => ({
    type: 'RegisterCustomer',
    ...customer(`bulk-${index}`),
  }));
  const wrong = { type: 'ChangeData', customerId: 'nobody', changes: { name: 'x' } };
  const { status, body } = await client.post('/v1/commands', { commands: [...commands, wrong] });
  const { outcomes } = body as { readonly outcomes: readonly { receipt?: Receipt; problem?: object }[] };
  expect({ status, done: outcomes.filter(({ receipt }) => receipt).length }).toEqual({ status: 200, done: 999 });
  expect(outcomes.at(-1)).toMatchObject({ problem: { status: 404, code: 'CustomerNotRegistered' } });

  const token = outcomes[998]!.receipt!.consistencyToken;
  const shown = () => client.get('/v1/customers/bulk-998', { 'consistency-token': token });
  await until(async () => (await shown()).status === 200);
  expect(await client.post('/v1/commands', { commands: [...commands, wrong, wrong] })).toMatchObject({ status: 400 });
});

it('shows a customer as of a position, as known at a time, and as of when things happened', async () => {
  const { position } = await register('zhao');
  const moved = { changes: { region: 'North' }, reason: 'moved', occurredAt: '2020-05-01' };
  const { consistencyToken } = (await client.post('/v1/customers/zhao/change-data', moved)).body as Receipt;
  const regionAsOf = async (query: string) => {
    const { body } = await client.get(`/v1/customers/zhao?${query}`, { 'consistency-token': consistencyToken });
    return (body as { profile?: { region?: string } }).profile?.region;
  };
  expect(await regionAsOf('')).toBe('North');
  expect(await regionAsOf(`asOf=${position}`)).toBeUndefined();
  expect(await regionAsOf('asOf=2020-06-01&axis=occurred')).toBe('North');
  expect((await client.get('/v1/customers/zhao?asOf=2020-06-01')).status).toBe(404);
});

it('feeds every event, as pages and as a continuous stream', async () => {
  const { body } = await client.get('/v1/events?limit=2&types=CustomerDataChanged');
  expect(body).toMatchObject({ events: [{ subject: 'li' }, { subject: 'wang' }] });

  const { position } = await register('chen');
  const seen: string[] = [];
  for await (const { type } of client.feed(position - 1)) {
    seen.push(type);
    if (seen.length === 2) break;
    await rename('chen', 'Chen Jie');
  }
  expect(seen).toEqual(['CustomerRegistered', 'CustomerDataChanged']);
});

it('serves only health, docs and sign-in without a token', async () => {
  const status = async (path: string) => (await fetch(`${client.url}${path}`)).status;
  for (const path of ['/health/live', '/health/ready', '/docs', '/openapi.json']) expect(await status(path)).toBe(200);
  for (const path of ['/v1/customers', '/v1/events', '/v1/lifecycle', '/metrics']) expect(await status(path)).toBe(401);
});

it('serves its metrics', async () => {
  const { body } = await client.get('/metrics');
  expect(body).toContain('annals_events_appended_total{type="CustomerRegistered"} 1003');
  expect(body).toContain('annals_view_failed{view="customer-file"} 0');
});

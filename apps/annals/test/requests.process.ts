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

it('changes what was read, unless it has changed since', async () => {
  const { consistencyToken } = await register('zhou');
  const { headers, body } = await client.get('/v1/customers/zhou', { 'consistency-token': consistencyToken });
  const tag = headers.get('etag')!;
  expect(tag).toMatch(new RegExp(`^"${(body as Receipt).revision}\\.`));
  expect(await rename('zhou', 'Zhou Wei', { 'if-match': tag })).toMatchObject({ status: 200, body: { revision: 1 } });
  expect(await rename('zhou', 'Zhou Fang', { 'if-match': tag })).toMatchObject({ status: 412 });
});

it('registers a customer and identifies an unknown caller as it in one request, which can be repeated', async () => {
  const call = { channel: 'phone', purpose: 'service', summary: '停电' };
  expect(await client.post('/v1/callers', { callerId: 'call-1', ...call })).toMatchObject({ status: 201 });
  const send = (customerId: string, key: string, more: object = {}) => {
    const registered = { type: 'RegisterCustomer', ...customer(customerId), email: 'call@example.com', ...more };
    const commands = [registered, { type: 'IdentifyCaller', callerId: 'call-1', customerId }];
    return client.post('/v1/commands', { commands }, { 'idempotency-key': key });
  };
  expect((await send('caller-0', 'call-0', { email: 'no address' })).body).toMatchObject({
    outcomes: [{ problem: { code: 'ValidationFailed' } }, { problem: { code: 'CustomerNotRegistered' } }],
  });
  const { body } = await send('caller-1', 'call-1');
  expect(body).toMatchObject({ outcomes: [{ receipt: { id: 'caller-1' } }, { receipt: { stream: 'caller-call-1' } }] });
  expect((await send('caller-1', 'call-1')).body).toEqual(body);
  const { receipt } = (body as { readonly outcomes: readonly { readonly receipt: Receipt }[] }).outcomes[1]!;
  const read = await client.get('/v1/callers/call-1', { 'consistency-token': receipt.consistencyToken });
  expect(read.body).toMatchObject({ status: 'identified', customerId: 'caller-1' });
});

it('counts in the receipt what a user was responsible for who is deactivated or hands over', async () => {
  await client.post('/v1/users', { userId: 'ann', name: 'ann', displayName: 'Ann' });
  await register('of-ann');
  const owner = { owner: { id: 'ann' } };
  const { body } = await client.post('/v1/customers/of-ann/assign-owner', owner);
  const seen = { 'consistency-token': (body as Receipt).consistencyToken };
  await client.get('/v1/customers?owner=ann', seen);
  await until(async () => {
    const { body: work } = await client.get('/v1/users/ann/responsibilities', seen);
    return (work as { readonly items: readonly { readonly count: number }[] }).items[0]!.count === 1;
  });
  const counts = (customers: number) => [
    { kind: 'customers', count: customers, more: false, list: '/v1/customers?owner=ann' },
    ...['deals', 'complaints', 'tasks', 'leads'].map((kind) => ({ kind, count: 0, more: false })),
  ];
  const deactivated = await client.post('/v1/users/ann/deactivate', { reason: 'left' });
  expect(deactivated).toMatchObject({ status: 200, body: { responsibilities: counts(1) } });
  const handedOver = { userId: 'ann', handOverId: 'h-1', to: [{ id: 'admin' }], reason: 'left' };
  const { outcomes } = (await client.post('/v1/commands', { commands: [{ type: 'HandOver', ...handedOver }] }))
    .body as { readonly outcomes: readonly object[] };
  expect(outcomes).toMatchObject([{ receipt: { responsibilities: counts(1) } }]);
  expect((await register('without-counts')) as object).not.toHaveProperty('responsibilities');
});

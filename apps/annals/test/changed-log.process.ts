import Database from 'better-sqlite3';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from './client.js';
import { stage } from './stage.js';

const { annals, open, folder } = stage();
const copies = mkdtempSync(join(tmpdir(), 'annals-copies-'));
afterAll(() => rmSync(copies, { recursive: true }));

const changes = (phone: string) => ({ changes: { phone }, reason: 'He called.' });

/** The customers li, wu and zhou; wu's change is made unreadable in the file, zhou's first change is taken out of it. */
const customers = async (client: Client) => {
  for (const customerId of ['li', 'wu', 'zhou']) {
    await client.post('/v1/customers', { customerId, kind: 'person', name: `Mr ${customerId}`, roles: ['prospect'] });
    await client.post(`/v1/customers/${customerId}/change-data`, changes('1'));
    await client.post(`/v1/customers/${customerId}/change-data`, changes('2'));
  }
};

const changed = () => {
  const database = new Database(join(folder, 'events.db'));
  database.exec('DROP TRIGGER events_never_change; DROP TRIGGER events_never_leave;');
  database.exec(`UPDATE events SET body = '{' WHERE stream = 'customer-wu' AND revision = 1`);
  database.exec(`DELETE FROM events WHERE stream = 'customer-zhou' AND revision = 1`);
  database.close();
};

type Fault = { readonly reason: string; readonly trouble: string };

let client: Client;
let before: string;
let complaints: () => string;

beforeAll(async () => {
  const first = await open();
  await customers(first.client);
  await first.server.stop();
  before = (await annals(['verify'])).out;
  changed();
  const second = await open();
  client = second.client;
  complaints = () => second.server.complaints;
});

it('is whole before the file is changed', () => expect(before).toMatch(/is whole: \d+ events in \d+ streams\./));

it('is ready, and says what is wrong with the log', async () => {
  let warnings: readonly Fault[] = [];
  while (warnings.length < 3) {
    const { status, body } = await client.get('/health/ready');
    expect(status).toBe(200);
    warnings = (body as { readonly warnings?: readonly Fault[] }).warnings ?? [];
    if (warnings.length < 3) await client.post('/v1/customers/wu/change-data', changes('3'));
  }
  const told = warnings.map(({ reason, trouble }) => `${reason} ${trouble}`).toSorted();
  expect(told).toEqual([
    expect.stringMatching(/^EventUnreadable .* \(CustomerDataChanged\), revision 1 of customer-wu at position \d+,/),
    expect.stringMatching(/^EventsMissing The log has no event at position \d+\.$/),
    expect.stringMatching(/^StreamIncomplete customer-zhou is incomplete: .* from revision 1 on\.$/),
  ]);
});

it('goes on for others, and refuses what cannot be decided', async () => {
  expect(await client.post('/v1/customers/li/change-data', changes('3'))).toMatchObject({ status: 200 });
  for (const [id, found] of [
    ['wu', 'unreadable'],
    ['zhou', 'gap'],
  ] as const)
    expect(await client.post(`/v1/customers/${id}/change-data`, changes('3'))).toMatchObject({
      status: 409,
      body: { code: 'HistoryIncomplete', details: { stream: `customer-${id}`, found } },
    });
});

it('says on the page and in the history of a customer what is missing', async () => {
  const headers = async (path: string) => (await client.get(path)).headers.get('annals-incomplete');
  while ((await headers('/v1/customers/wu/history')) === null) await client.get('/health/ready');
  for (const path of ['', '/history']) {
    expect(await headers(`/v1/customers/wu${path}`)).toBe('customer-wu=unreadable');
    expect(await headers(`/v1/customers/zhou${path}`)).toBe('customer-zhou=gap');
    expect(await headers(`/v1/customers/li${path}`)).toBeNull();
  }
});

it('rebuilds every view, and parks what it cannot read', async () => {
  expect(await annals(['rebuild'])).toMatchObject({ code: 0 });
  const { out } = await annals(['parked', 'customer-file']);
  expect(out).toContain('customer-file wu');
  expect(out).toMatch(/revision 1 of customer-wu at position \d+, cannot be read/);
  expect(await client.get('/v1/customers/li')).toMatchObject({ status: 200, body: { profile: { phone: '3' } } });
});

it('stands in one line each in the log of the program', () => {
  for (const kind of ['EventUnreadable', 'StreamIncomplete', 'EventsMissing'])
    expect(complaints().split(`${kind}: `)).toHaveLength(2);
});

it('is listed by the command line, for people and for programs, also of a backup', async () => {
  const { code, out } = await annals(['verify']);
  expect([code, out]).toEqual([1, expect.stringContaining('has 3 faults: ')]);
  const backup = join(copies, 'backup');
  const { code: backedUp, err } = await annals(['backup', backup]);
  expect([backedUp, err]).toEqual([0, expect.stringContaining('Warning: the log is not whole')]);
  const verified = await annals(['verify', '--json', backup]);
  expect(verified.code).toBe(1);
  const { count, faults } = JSON.parse(verified.out) as { readonly count: number; readonly faults: readonly object[] };
  expect(count).toBe(3);
  expect(faults).toMatchObject([
    { kind: 'EventUnreadable', stream: 'customer-wu', revision: 1, type: 'CustomerDataChanged', reason: 'NotJson' },
    { kind: 'EventsMissing' },
    { kind: 'StreamIncomplete', stream: 'customer-zhou', found: 'gap', revision: 1 },
  ]);
  const restored = await annals(['restore', backup], { DATA_DIR: join(copies, 'restored') });
  expect([restored.code, restored.err]).toEqual([0, expect.stringContaining('Warning: StreamIncomplete')]);
  expect((await annals(['status'])).out).toContain('EventUnreadable: Event ');
});

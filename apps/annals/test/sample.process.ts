import { readFileSync } from 'node:fs';
import { comes } from './apart/patience.js';
import type { Client } from './client.js';
import { freePort } from './ports.js';
import { root, stage } from './stage.js';
import type { Server } from './server.js';

const { annals, begin, folder, open } = stage();

let server: Server;
let client: Client;
beforeAll(async () => {
  ({ server, client } = await open(['--sample']));
});

const get = async <Body = Listed>(path: string) => (await client.get(path)).body as Body;
type Listed = { readonly items: readonly object[]; readonly total: { readonly count: number } };
const countOf = async (path: string) =>
  (await get(`${path}${path.includes('?') ? '&' : '?'}limit=1&total=true`)).total.count;

it('shows the whole sample at the first read', async () => {
  expect(await countOf('/v1/customers')).toBeGreaterThanOrEqual(389);
  const northwind = await get<{ readonly rows: readonly object[] }>('/v1/reports/sales?by=year&currency=USD');
  expect(northwind.rows.length).toBeGreaterThanOrEqual(3);
});

it('has only commands that are accepted', () => {
  expect(server.complaints).toContain('OpenDeal: 830 stored');
  expect(server.complaints).toMatch(/sample-company: \d+ commands, of which 0 were refused/);
});

it.each([
  ['open complaints', '/v1/complaints?status=open', 30],
  ['overdue complaints', '/v1/complaints?overdue=true', 20],
  ['complaints of a higher tier', '/v1/complaints?tier=2', 5],
  ['open deals', '/v1/deals?status=open', 60],
  ['lost deals', '/v1/deals?status=lost', 30],
  ['invoices that are due', '/v1/invoices?status=open', 10],
  ['callers without a customer', '/v1/callers?status=open', 3],
  ['needs', '/v1/needs', 50],
  ['products', '/v1/products', 77 + 20],
  ['prices', '/v1/prices?valid=true', 77 + 100],
])('has %s', async (_, path, least) => expect(await countOf(path)).toBeGreaterThanOrEqual(least));

it('has customers in every state of the lifecycle', async () => {
  const { now } = await get<{ readonly now: Readonly<Record<string, number>> }>('/v1/lifecycle');
  expect(Object.entries(now).filter(([, count]) => count < 5)).toEqual([]);
});

type Leads = { readonly items: readonly { readonly assignment: object | null; readonly respondBy: string | null }[] };

it('has leads that a rule assigned and that wait for an answer', async () => {
  const waiting = async () => (await get<Leads>('/v1/leads?status=new&limit=100')).items.filter(isWaiting);
  const isWaiting = ({ assignment, respondBy }: Leads['items'][number]) => assignment !== null && respondBy !== null;
  await comes('leads of rules', async () => (await waiting()).length >= 3);
});

it('has customers who are probably the same', async () => {
  expect((await get('/v1/duplicates')).items.length).toBeGreaterThanOrEqual(3);
});

/** Events that no history of a company has by itself. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  ApiKeyIssued: 'the key would be shown to nobody',
  ApiKeyRevoked: 'no key is issued',
  CustomerWithdrawn: 'only the undo of an import withdraws customers',
  DealWithdrawn: 'only the undo of an import withdraws deals',
  FileAttached: 'a story consists of commands, and files are sent apart',
  FileRemoved: 'no file is attached',
  IdentifierShared: 'only an upgrade finds values that several records have',
  LeadResponseMissed: 'leads are assigned by rule when the sample is loaded, and have hours to be answered',
  MergeAbandoned: 'no merge is refused half-way',
};

type Policies = { readonly policies: readonly { readonly lag: { readonly due: number } }[] };

it('has events of every type', async () => {
  await comes('what policies do', async () =>
    (await get<Policies>('/v1/projections')).policies.every(({ lag }) => lag.due === 0),
  );
  const known = Object.keys(JSON.parse(readFileSync(`${root}/contracts/versions.json`, 'utf8')) as object);
  const seen = new Set<string>();
  for (let after = 0; ;) {
    const { events } = await get<{ readonly events: readonly { readonly type: string; readonly position: number }[] }>(
      `/v1/events?after=${after}&limit=1000`,
    );
    for (const { type } of events) seen.add(type);
    if (events.length === 0) break;
    after = events.at(-1)!.position;
  }
  expect(known.filter((type) => !seen.has(type)).sort()).toEqual(Object.keys(LEFT_OUT));
});

it('gives users of each role a one-time password once', async () => {
  const printed = [...server.printed.matchAll(/^ {4}(\S+) +(\S{5}(?:-\S+)+) {3}(\w+):/gm)];
  expect(new Set(printed.map(([, , , role]) => role))).toEqual(
    new Set(['sales', 'manager', 'service', 'marketing', 'auditor', 'analyst']),
  );
  const [, name, password] = printed[0]!;
  const { status } = await client.post('/v1/session', { name, password });
  expect(status).toBe(200);
});

it('adds nothing when it is loaded again, by the command line or at the next start', async () => {
  const head = async () => {
    const { items } = await get<{ readonly items: readonly { readonly position: number }[] }>('/v1/projections');
    return items.map(({ position }) => position);
  };
  const before = await head();
  expect(await annals(['import', 'infra/samples/northwind/mapping.json'])).toMatchObject({
    code: 0,
    out: expect.stringContaining('OpenDeal: 830 already there') as string,
  });
  await server.stop();
  ({ server, client } = await open(['--sample']));
  expect(await head()).toEqual(before);
  expect(server.printed).not.toContain('Users of the sample');
});

it('is not ready before the sample is loaded', async () => {
  const port = await freePort();
  const environment = { DATA_DIR: `${folder}/ready`, PORT: `${port}` };
  const { child, finished } = begin(process.execPath, ['apps/annals/dist/main.js', '--sample'], environment);
  const seen = new Set<string>();
  while (!seen.has('SampleLoading')) seen.add(await readiness(port));
  expect(seen).not.toContain('ready');
  child.kill('SIGKILL');
  await finished;
});

const readiness = async (port: number): Promise<string> => {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/health/ready`);
    const { details } = (await response.json()) as { details?: { reasons: readonly { reason: string }[] } };
    return details?.reasons[0]!.reason ?? 'ready';
  } catch {
    return 'not listening';
  }
};

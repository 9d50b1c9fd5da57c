import { until } from '@annals/testing';
import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from './client.js';
import { stage } from './stage.js';
import { telcoFile } from './telco.js';

const { annals, beginAnnals, folder, open } = stage();
const telco = telcoFile(folder);
const errors = join(folder, 'errors.csv');
const load = ['import', 'infra/samples/telco/mapping.json', telco.path, '--errors', errors];

let client: Client;
beforeAll(async () => {
  ({ client } = await open());
});

const get = async <Body>(path: string) => (await client.get(path)).body as Body;
const eventsAfter = async (position: number) =>
  (await get<{ readonly events: readonly { type: string }[] }>(`/v1/events?limit=1000&after=${position}`)).events;

const everyEvent = async (): Promise<readonly string[]> => {
  const all: string[] = [];
  for (;;) {
    const page = await eventsAfter(all.length);
    if (page.length === 0) return all;
    all.push(...page.map(({ type }) => type));
  }
};
const count = (events: readonly string[], type: string) => events.filter((each) => each === type).length;

it('writes no event in a dry run, and reports the same as a real one', async () => {
  const before = await everyEvent();
  const { code, out } = await annals([...load, '--dry-run']);
  expect({ code, events: await everyEvent() }).toEqual({ code: 0, events: before });
  expect(out).toMatch(`RegisterCustomer: ${telco.customers.toLocaleString('en')} stored`);
  expect(out).toMatch(`MarkLost: ${telco.lost.toLocaleString('en')} stored`);
});

it('continues after it was killed under a running server, with the same result', async () => {
  const halfWay = (await everyEvent()).length + Math.floor(telco.customers / 2);
  const { child, finished } = beginAnnals(load);
  await until(async () => (await client.get(`/v1/events?limit=1&after=${halfWay}`)).status === 200);
  child.kill('SIGKILL');
  expect((await finished).code).toBeNull();
  expect(count(await everyEvent(), 'CustomerRegistered')).toBeLessThan(telco.customers);

  expect(await annals(load)).toMatchObject({ code: 0 });
  const events = await everyEvent();
  expect(count(events, 'CustomerRegistered')).toBe(telco.customers);
  expect(count(events, 'CustomerLost')).toBe(telco.lost);
});

it('is visible to the running server', async () => {
  const { now } = await get<{ readonly now: Readonly<Record<string, number>> }>('/v1/lifecycle');
  expect(now['lost']).toBe(telco.lost);
  expect(Object.values(now).reduce((sum, each) => sum + each)).toBe(telco.customers);
  expect(await get('/v1/customers?state=lost&limit=1')).toMatchObject({ items: [{ state: 'lost' }] });
});

it('loads contract, services, tenure and charges', async () => {
  const [first] = parse<Readonly<Record<string, string>>>(readFileSync(telco.path), {
    columns: true,
    to: 2,
    bom: true,
  }).slice(1);
  expect(await get(`/v1/customers/telco-${first!['customerID']}`)).toMatchObject({
    profile: {
      value: {
        contract: first!['Contract']!.toLowerCase(),
        tenureMonths: Number(first!['tenure']),
        monthlyCharge: first!['MonthlyCharges'],
        totalCharge: first!['TotalCharges'],
        services: expect.arrayContaining(['internet', 'phone']) as string[],
      },
    },
  });
});

it('lists each blank total once, even after a restart, and loads these rows', async () => {
  const problems = parse<{ readonly code: string; readonly original: string }>(readFileSync(errors), { columns: true });
  expect(problems.map(({ code }) => code)).toEqual(Array.from({ length: telco.blanks }, () => 'Blank'));
  const [id] = problems[0]!.original.split(',');
  expect(await get(`/v1/customers/telco-${id}`)).toMatchObject({ profile: { code: id } });
});

it('adds nothing when the same file is imported again', async () => {
  const before = (await everyEvent()).length;
  const { code, out } = await annals(load);
  expect(code).toBe(0);
  expect(out).toMatch(`RegisterCustomer: ${telco.customers.toLocaleString('en')} already there`);
  expect(await everyEvent()).toHaveLength(before);
});

it('is undone, although the undo is killed, but for what was edited since', async () => {
  const [row] = parse<Readonly<Record<string, string>>>(readFileSync(telco.path), { columns: true, to: 1, bom: true });
  const id = `telco-${row!['customerID']}`;
  await client.post(`/v1/customers/${id}/change-data`, { changes: { phone: '+49 30 1234567' } });
  const imported = (await everyEvent()).length;
  const job = (await annals(['imports'])).out.split(' ')[0]!;

  const { child, finished } = beginAnnals(['undo-import', job]);
  await until(async () => (await client.get(`/v1/events?limit=1&after=${imported + 500}`)).status === 200);
  child.kill('SIGKILL');
  expect((await finished).code).toBeNull();

  const result = join(folder, 'undone.csv');
  expect(await annals(['undo-import', job, '--result', result])).toMatchObject({ code: 0 });
  const lines = parse<{ readonly outcome: string; readonly customer: string; readonly why: string }>(
    readFileSync(result),
    { columns: true, bom: true },
  );
  expect(lines).toHaveLength(telco.customers);
  expect(lines.filter(({ outcome }) => outcome === 'kept')).toMatchObject([{ customer: id, why: 'edited' }]);
  expect(count(await everyEvent(), 'CustomerWithdrawn')).toBe(telco.customers - 1);

  const other = lines.find(({ outcome }) => outcome === 'withdrawn')!.customer;
  expect(await client.get(`/v1/customers/${other}`)).toMatchObject({ status: 404 });
  expect(await client.get(`/v1/customers/${other}?asOf=${imported}`)).toMatchObject({ status: 200 });
  expect(await get<{ readonly items: readonly object[] }>('/v1/customers')).toMatchObject({
    items: [{ customerId: id }],
  });
});

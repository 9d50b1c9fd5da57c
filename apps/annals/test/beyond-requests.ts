import { annalsCatalogue, configurationOf } from '@annals/composition';
import { isReported } from '@annals/event-sourcing';
import { document, operations } from './described.js';

type Fields = Readonly<Record<string, unknown>>;

/** A request in which `OWN` stands for the customer of the caller. */
export type Asked = {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly body: Fields;
  readonly headers: Record<string, string>;
};

export const OWN = 'own-of-caller';
/** The id of what may be out of scope, or not there at all. */
export const OUT = 'beyond-1';
/** It, and customers that are merged into it, one of them by way of the other. */
const OUT_IDS = [OUT, `${OUT}-merged`, `${OUT}-first`];

const { rights, commands, views } = annalsCatalogue(configurationOf({}));

const RECORDS = ['customerId', 'dealId', 'complaintId', 'orderId', 'invoiceId', 'meterId', 'callerId', 'paymentId'];
const PLACES: Readonly<Record<string, string>> = {
  departmentId: 'd',
  regionId: 'r',
  teamId: 't',
  positionId: 'p',
  userId: 'mate',
};
const addressOf = (path: string, idOf: (name: string) => string) =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => idOf(name));
const anyId = (record: string) => (name: string) => (RECORDS.includes(name) ? record : (PLACES[name] ?? record));

const REQUIRED: Readonly<Record<string, string>> = {
  channel: 'phone',
  purpose: 'sales',
  from: '2026-01-01',
  number: '+43 1 5550000',
};

const reads = operations.filter(({ method, path }) => method === 'GET' && path.startsWith('/v1/'));

const queriesOf = ({ operation }: (typeof reads)[number]): readonly Record<string, string>[] => {
  const names = (operation.parameters ?? []).map(({ name }) => name);
  const required = (operation.parameters ?? []).filter(
    (each) => 'required' in each && each.required && each.name in REQUIRED,
  );
  const base = Object.fromEntries(required.map(({ name }) => [name, REQUIRED[name]!]));
  const has = (name: string, values: Record<string, string>) => (names.includes(name) ? [{ ...base, ...values }] : []);
  return [
    base,
    ...OUT_IDS.flatMap((customer) => has('customer', { customer })),
    ...has('total', { total: 'true', limit: '1' }),
    ...has('asOf', { asOf: '2999-01-01' }),
    ...has('asOf', { asOf: '2999-01-01', axis: 'occurred' }),
    ...has('asOf', { asOf: '2001-01-01' }),
    ...has('asOf', { asOf: '3' }),
    ...has('updatedSince', { updatedSince: '2001-01-01T00:00:00Z' }),
    ...has('under', { under: 'DECLINING_AFTER_DAYS=1' }),
  ];
};

const readsOf = (operation: (typeof reads)[number]): readonly Asked[] => {
  const named = operation.path === '/v1/reports/{name}' || operation.path === '/v1/reports/{name}/records';
  const paths = named
    ? views
        .filter(isReported)
        .map(({ report }) => report.name)
        .map((name) => operation.path.replace('{name}', name))
    : [...OUT_IDS, OWN].map((record) => addressOf(operation.path, anyId(record)));
  return [...new Set(paths)].flatMap((path) =>
    queriesOf(operation).map((query) => ({
      ...{ method: 'GET' as const, body: {}, headers: {} },
      url: `${path}?${new URLSearchParams(query).toString()}`,
    })),
  );
};

const sent = [...commands.values()].flatMap(({ command }) => {
  const needs = command.route?.needs;
  return needs !== undefined && rights[needs]?.about === 'customers' ? [command] : [];
});

const exampleOf = (type: string) => document.components.schemas[type]!.examples![0] as Fields;

/** A command with all its ids out of scope, and with one of them, the others of the caller's customer. */
const writesOf = ({ type, route, fields }: (typeof sent)[number]): readonly Asked[] => {
  const ids = Object.keys(fields).filter((name) => name.endsWith('Id') && name !== route!.creates);
  const choices = [ids, ...ids.map((id) => [id])];
  return choices.flatMap((out, choice) => {
    const idOf = (name: string) => (out.includes(name) ? OUT : OWN);
    const path = `${route!.post}`.replace(/:(\w+)/g, (_, name: string) => idOf(name));
    const inPath = new Set([...route!.post.matchAll(/:(\w+)/g)].map(([, name]) => name!));
    const inBody = ids.filter((name) => !inPath.has(name));
    const body = { ...exampleOf(type), ...Object.fromEntries(inBody.map((name) => [name, idOf(name)])) };
    const asked = { method: 'POST' as const, url: `/v1/${path}`, body, headers: {} };
    const key = `${type}-${choice}`;
    const bulk = { type, ...body, ...Object.fromEntries([...inPath].map((name) => [name, idOf(name)])) };
    return [
      { ...asked, body: { ...body, unheardOf: true } },
      { ...asked, headers: { 'if-match': '"0"' } },
      { ...asked, headers: { 'if-match': '"7"' } },
      { ...asked, headers: { 'idempotency-key': key } },
      { ...asked, url: '/v1/commands', body: { commands: [bulk] } },
    ];
  });
};

type Requests = readonly (readonly [name: string, requests: readonly Asked[]])[];

/** Of every operation that reads. */
export const READS: Requests = reads.map((operation) => [operation.path, readsOf(operation)]);
/** Of every command about customers. */
export const WRITES: Requests = sent.map((command) => [command.type, writesOf(command)]);

import { ROLES } from '@annals/contracts-values';
import { routeRights } from '@annals/http';
import { readFileSync } from 'node:fs';
import { annalsCatalogue, configurationOf } from '@annals/composition';
import type { Scope } from '@annals/slice';
import { root } from './stage.js';
import { customerIn, openStaffed, ROWS, type Row } from './staffed.js';

type Method = 'GET' | 'POST' | 'DELETE';
type Parameter = { readonly name: string; readonly in: string; readonly required?: boolean };
type Operation = {
  readonly operationId: string;
  readonly security?: readonly object[];
  readonly parameters?: readonly Parameter[];
};
const { grants, rights, commands } = annalsCatalogue(configurationOf({}));
/** Values of parameters that are required. */
const QUERY: Readonly<Record<string, string>> = { channel: 'phone', purpose: 'sales', from: '2026-01-01' };
type Document = { readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> };

const { paths } = JSON.parse(readFileSync(`${root}/contracts/openapi.json`, 'utf8')) as Document;
const operations = Object.entries(paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, { operationId, security, parameters = [] }]) => {
    const asked = parameters
      .filter(({ name, in: place, required }) => place === 'query' && required && name in QUERY)
      .map(({ name }) => name);
    const route = { method: method.toUpperCase() as Method, path, operationId, asked };
    return { ...route, isPublic: security?.length === 0, name: `${route.method} ${path}` };
  }),
);
const guarded = operations.filter(({ isPublic }) => !isPublic);

const needsOf = ({ operationId }: (typeof operations)[number]): string | undefined =>
  routeRights(annals.app).get(operationId);

/** The scopes of the customer of each row: the team of a user is a part of the department. */
const SCOPES_OF: Readonly<Record<Row, readonly Scope[]>> = {
  own: ['own', 'team', 'department', 'region', 'all'],
  team: ['team', 'department', 'all'],
  department: ['department', 'all'],
  region: ['region', 'all'],
  elsewhere: ['all'],
};

const grantsOf = (role: string, permission: string) =>
  grants.filter((grant) => grant.role === role && grant.permission === permission);
const granted = (role: string, permission: string, row: Row) =>
  grantsOf(role, permission).some(({ scope }) => SCOPES_OF[row].includes(scope));
const grantedSomewhere = (role: string, permission: string) => grantsOf(role, permission).length > 0;

let annals: Awaited<ReturnType<typeof openStaffed>>;
beforeAll(async () => (annals = await openStaffed(ROLES)));
afterAll(() => annals.app.close());

const VALUES: Readonly<Record<string, string>> = {
  ...{ departmentId: 'd', regionId: 'r', teamId: 't', positionId: 'p', userId: 'mate', keyId: 'k' },
  ...{ orderId: 'o', invoiceId: 'i', meterId: 'm' },
  ...{ number: '5550000', name: 'sales', projection: 'pipeline', key: 'k' },
};
const ABOUT = ['customerId', 'dealId', 'complaintId'];
/** Commands whose body names the customer. */
const NEW_OF_CUSTOMER = [...commands.values()]
  .filter(({ command: { about, route } }) => about === 'customerId' && route && route.creates !== about)
  .filter(({ command: { route } }) => !route!.post.includes(':customerId'))
  .map(({ command: { type } }) => type);

const isAboutCustomer = ({ path, operationId }: (typeof operations)[number]) =>
  NEW_OF_CUSTOMER.includes(operationId) || ABOUT.some((name) => path.includes(`{${name}}`));

/** Has no effect even if it is allowed: the body has an unknown field. */
const knock = (
  person: string | null,
  { method, path, operationId, asked }: (typeof operations)[number],
  customerId: string,
) => {
  const query = new URLSearchParams(asked.map((name): [string, string] => [name, QUERY[name]!])).toString();
  const address = path.replace(/\{(\w+)\}/g, (_, name: string) =>
    ABOUT.includes(name) ? customerId : (VALUES[name] ?? 'x'),
  );
  const url = asked.length > 0 ? `${address}?${query}` : address;
  const body = { ...(NEW_OF_CUSTOMER.includes(operationId) && { customerId }), unheardOf: true };
  return annals.ask(person, method, url, body);
};

const ENTERED = expect.not.stringMatching(/^(401|403|5\d\d)/) as string;
const SEEN = expect.not.stringMatching(/^(401|403|404|5\d\d)/) as string;

const expected = (role: string, operation: (typeof operations)[number], row: Row): string => {
  const needs = needsOf(operation)!;
  if (needs === 'signed-in' || needs === 'each') return ENTERED;
  if (!grantedSomewhere(role, needs)) return '403 NotAllowed';
  if (!isBoundToScope(operation, needs)) return ENTERED;
  if (granted(role, needs, row)) return SEEN;
  if (operation.method === 'POST' && granted(role, 'customers.read', row)) return '403 OutOfScope';
  return hidden(operation);
};

/** The status of an unknown record: 404 if the path names it, 422 if the body does. */
const hidden = ({ operationId }: (typeof operations)[number]) =>
  NEW_OF_CUSTOMER.includes(operationId) ? '422 CustomerNotRegistered' : '404 NotFound';

const isBoundToScope = (operation: (typeof operations)[number], needs: string) =>
  isAboutCustomer(operation) && rights[needs]!.about === 'customers';

const answerOf = ({ status, body }: { status: number; body: { code?: string } }) =>
  status === 404 ? `404 ${body.code?.replace(/^[A-Z][a-z]+(?=NotFound)/, '')}` : `${status} ${body.code ?? ''}`;

/** Whose customer it is makes no difference to who may not do it at all. */
const rowsOf = (operation: (typeof operations)[number], role: string): readonly Row[] =>
  isAboutCustomer(operation) && grantedSomewhere(role, needsOf(operation)!) ? ROWS : ['own'];

it('has a rule for every route and every command', () => {
  expect(guarded.filter((operation) => needsOf(operation) === undefined).map(({ name }) => name)).toEqual([]);
});

it('has no rule for what does not exist', () => {
  const named = [...routeRights(annals.app).values()].filter((right) => right !== 'signed-in' && right !== 'each');
  expect(named.filter((right) => !(right in rights))).toEqual([]);
  const needed = [...commands.values()].flatMap(({ command }) => command.route?.needs ?? []);
  expect(needed.filter((right) => !(right in rights))).toEqual([]);
  expect(grants.filter(({ permission }) => !(permission in rights))).toEqual([]);
});

it.each(guarded)('$name refuses callers without credentials', async (operation) =>
  expect(answerOf(await knock(null, operation, 'team'))).toBe('401 NotAuthenticated'),
);

it.each(guarded)('$name treats each role and customer as the table declares', async (operation) => {
  for (const role of annals.people) {
    for (const row of rowsOf(operation, role)) {
      const answer = answerOf(await knock(role, operation, customerIn(row, role)));
      expect([role, row, answer]).toEqual([role, row, expected(role, operation, row)]);
    }
  }
});

it('authorises each command of a bulk request by the same table', async () => {
  for (const role of annals.people) {
    const wish = (row: Row) => ({ type: 'ChangeData', customerId: customerIn(row, role), changes: { code: null } });
    const { body } = await annals.ask(role, 'POST', '/v1/commands', { commands: ROWS.map(wish) });
    const answers = body.outcomes!.map((outcome) => ('problem' in outcome ? (outcome.problem as object) : outcome));
    expect(answers).toMatchObject(
      ROWS.map((row) => {
        if (granted(role, 'customers.write', row)) return { receipt: { stream: `customer-${customerIn(row, role)}` } };
        if (!grantedSomewhere(role, 'customers.write')) return { status: 403, code: 'NotAllowed' };
        return granted(role, 'customers.read', row) ? { code: 'OutOfScope' } : { code: 'CustomerNotFound' };
      }),
    );
  }
});

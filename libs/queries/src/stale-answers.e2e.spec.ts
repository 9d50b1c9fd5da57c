import { CustomerRegistered } from '@annals/contracts-customers';
import { encodeConsistencyToken } from '@annals/http';
import { readFileSync } from 'node:fs';
import { openDesk } from '../test/desk.js';

type Parameter = { readonly name?: string; readonly $ref?: string };
type Operation = { readonly parameters?: readonly Parameter[] };
type Document = { readonly paths: Readonly<Record<string, { readonly get?: Operation }>> };

const { paths } = JSON.parse(
  readFileSync(`${import.meta.dirname}/../../../contracts/openapi.json`, 'utf8'),
) as Document;

const takesToken = ({ parameters = [] }: Operation) =>
  parameters.some(({ name, $ref }) => name === 'Consistency-Token' || $ref?.endsWith('/ConsistencyToken') === true);
const fresh = Object.entries(paths).flatMap(([path, { get }]) => (get && takesToken(get) ? [path] : []));

/** What a query needs apart from its path. */
const QUERIES: Readonly<Record<string, string>> = {
  '/v1/customers/by-phone': '?number=057188880000',
  '/v1/customers/{customerId}/diff': '?from=1&to=1',
  '/v1/customers/{customerId}/what-if': '?under=LIFECYCLE_DECLINING_SILENT_DAYS=20',
  '/v1/deals/forecast-outcomes': '?asOf=2026-01-01',
  '/v1/reports/{name}/records': '?by=year',
};

/** What is decided on the log itself, and what is answered beside these queries: see `attachments.e2e.spec.ts`. */
const OTHERS = [
  ...['/v1/customers/{customerId}/contact-permission', '/v1/products/{productId}/price'],
  '/v1/attachments/{attachmentId}/content',
];

let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  desk = await openDesk();
  const profile = { kind: 'organisation' as const, name: 'Blauer See', roles: ['prospect' as const] };
  await desk.record(CustomerRegistered.event({ customerId: 'u-1', profile }));
});
afterAll(() => desk.close());

it('is said of every query that takes a token, and cannot wait for what was asked for', async () => {
  const headers = { 'consistency-token': encodeConsistencyToken(99_999_999) };
  const asked = fresh.filter((path) => !OTHERS.includes(path));
  const answers = await Promise.all(
    asked.map(async (path) => {
      const url = path.replace('{name}', 'sales').replace(/\{\w+\}/, 'u-1') + (QUERIES[path] ?? '');
      const answer = await desk.app.inject({ url, headers });
      return [path, answer.statusCode === 404 ? 200 : answer.statusCode, answer.headers['annals-stale']];
    }),
  );
  expect(answers).toEqual(asked.map((path) => [path, 200, 'true']));
});

import { instanceOf } from './instance.mjs';

const HUGE = 'x'.repeat(200_000);
const ODD_VALUES = [
  ...[null, true, -1, 1e300, [], {}, '', ' ', HUGE, '\u0000', '\ud800', '‮ﷺ👩‍👩‍👧‍👦', '١٢٣'],
  ...["' OR 1=1; DROP TABLE events; --", '<script>alert(1)</script>', '${jndi:ldap://localhost}', '../../etc/passwd'],
  ...[{ __proto__: null, $gt: '' }, [[[[[]]]]], ['x', null], { toString: 1, constructor: { prototype: 1 } }],
];
const ODD_BODIES = [
  ...['', ' ', '{', '{"a":', 'null', '[]', '"text"', '17', '{"a":1}{"b":2}', '\ufeff{}', '{"a":1e999}', '{"a":\u0000}'],
  ...['{"__proto__":{"roles":["administrator"]}}', '{"constructor":{"prototype":{"roles":[]}}}', '{"a":"\\ud800"}'],
  ...['['.repeat(100_000), `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`, `{"a":"${'x'.repeat(2_000_000)}"}`],
  ...[new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d])],
];
const ODD_TYPES = ['text/plain', 'application/xml', 'multipart/form-data', 'application/json; charset=utf-7', ';;;'];
const ODD_HEADERS = [
  { 'idempotency-key': 'x'.repeat(5_000) },
  { 'idempotency-key': 'with space' },
  { 'if-match': 'seven' },
  { 'if-match': '"99999999999999999999"' },
  { 'x-correlation-id': 'x'.repeat(5_000) },
  { 'consistency-token': 'not-a-token' },
  { authorization: 'Bearer eyJhbGciOiJub25lIn0.e30.' },
  { authorization: 'Basic YWRtaW46YWRtaW4=' },
  { accept: 'image/png' },
  { 'accept-encoding': 'x'.repeat(5_000) },
];
const ODD_SEGMENTS = [
  '%00',
  '%2e%2e%2f',
  '%ff',
  '%E4%B8%AD',
  'x'.repeat(1_000),
  '__proto__',
  'constructor',
  "'--",
  '-1',
];
const ODD_QUERIES = ['', 'x'.repeat(5_000), '-1', '1e9', '%00', '%ff', '[]', '__proto__', 'NaN', '2026-99-99', "'--"];
const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

/**
 * Requests of every operation of an OpenAPI document, each malformed in one respect and otherwise valid; `ids` are the values
 * of path parameters. Yields `{ title, method, path, headers?, body? }`.
 */
export function* oddRequests({ paths, components: { schemas } }, ids) {
  for (const [template, operations] of Object.entries(paths)) {
    for (const method of METHODS.filter((name) => name in operations)) {
      const operation = { method: method.toUpperCase(), path: pathOf(template, ids), template, ...operations[method] };
      for (const request of oddOnes(operation, schemas, ids))
        yield { ...operation, ...request, title: `${method} ${template}, ${request.title}` };
    }
  }
}

const pathOf = (template, ids) => template.replace(/\{([^}]+)\}/g, (_, name) => ids[name] ?? 'unknown');

function* oddOnes({ method, path, template, parameters = [], requestBody }, schemas, ids) {
  const schema = requestBody?.content['application/json']?.schema;
  const whole = schema ? instanceOf(schema, schemas, ids) : {};
  const usual = schema ? { body: JSON.stringify(whole) } : {};
  for (const headers of ODD_HEADERS)
    yield { ...usual, title: `headers ${JSON.stringify(headers).slice(0, 60)}`, headers };
  for (const [, name] of template.matchAll(/\{([^}]+)\}/g))
    for (const segment of ODD_SEGMENTS)
      yield { ...usual, title: `${name} ${segment.slice(0, 20)}`, path: pathOf(template, { ...ids, [name]: segment }) };
  const queries = parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name);
  for (const name of [...queries, 'unknown'])
    for (const value of ODD_QUERIES)
      yield { ...usual, title: `?${name}=${value.slice(0, 20)}`, path: `${path}?${name}=${value}` };
  for (const name of queries) yield { ...usual, title: `?${name} twice`, path: `${path}?${name}=1&${name}=2` };
  if (method === 'GET') return;
  for (const body of ODD_BODIES) yield { title: `body ${String(body).slice(0, 30)}`, body };
  for (const type of ODD_TYPES) yield { ...usual, title: `type ${type}`, headers: { 'content-type': type } };
  yield* oddFields(schema, schemas, whole);
}

function* oddFields(schema, schemas, whole) {
  const { properties = {}, required = [] } = schemas[schema?.$ref?.split('/').at(-1)] ?? schema ?? {};
  const sent = (title, fields) => ({ title, body: JSON.stringify(fields) });
  for (const name of Object.keys(properties))
    for (const value of ODD_VALUES)
      yield sent(`${name} = ${String(JSON.stringify(value)).slice(0, 30)}`, { ...whole, [name]: value });
  for (const name of required) yield sent(`no ${name}`, { ...whole, [name]: undefined });
  yield sent('an unknown field', { ...whole, isAdministrator: true });
}

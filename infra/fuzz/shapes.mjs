import { fieldsOf, kindOf, resolved, withValue } from './fields.mjs';
import { instanceOf } from './instance.mjs';
import * as values from './values.mjs';

const { filled, HEADERS, LONG_TEXTS, NUMBERS, ODD_CHARACTERS, PARTS } = values;

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

/**
 * Requests of every operation of an OpenAPI document whose shape is odd rather than their values: many, long, deep, twice. Yields
 * `{ title, method, path, headers?, body? }`.
 */
export function* shapes({ paths, components: { schemas } }, ids) {
  for (const [template, operations] of Object.entries(paths))
    for (const method of METHODS.filter((name) => name in operations)) {
      const path = template.replace(/\{([^}]+)\}/g, (_, name) => ids[name] ?? 'unknown');
      const operation = { method: method.toUpperCase(), path };
      for (const { title, ...request } of shapesOf(operation, operations[method], schemas))
        yield { ...operation, ...request, title: `${method} ${template}, ${title}` };
    }
}

function* shapesOf({ method, path }, { parameters = [], requestBody }, schemas) {
  const json = requestBody?.content['application/json']?.schema;
  const schema = json && resolved(json, schemas);
  const whole = schema && instanceOf(schema, schemas);
  const usual = schema ? { body: isSlow(path, schema) ? '[]' : JSON.stringify(whole) } : {};
  for (const [title, headers] of Object.entries(HEADERS)) yield { ...usual, title: `${title} in headers`, headers };
  yield* queries(
    path,
    parameters.filter((parameter) => parameter.in === 'query'),
    usual,
  );
  if (method !== 'GET') yield { title: 'many parts', ...PARTS };
  if (requestBody && !schema) yield* files(Object.keys(requestBody.content)[0]);
  if (!schema) return;
  for (const [title, body] of Object.entries(values.wholeBodies(whole))) yield { title, body };
  yield* bodies(path, schema, schemas, whole);
}

function* files(type) {
  for (const [title, body] of Object.entries(values.FILES)) yield { title, headers: { 'content-type': type }, body };
}

/** Passwords are checked slowly on purpose, and views are rebuilt: only a few of these are carried out. */
const isSlow = (path, { properties = {} }) =>
  path.endsWith('/rebuild') || Object.keys(properties).some((name) => /password/i.test(name));

function* queries(path, parameters, usual) {
  const names = parameters.map(({ name }) => name);
  const asked = (title, query) => ({ ...usual, title, path: `${path}?${query}` });
  yield asked('many unknown parameters', filled('a=1&'));
  yield asked('many brackets', `${filled('a[b]')}=1`);
  for (const name of names) {
    yield asked(`many of ${name}`, filled(`${name}=1&`));
    yield asked(`a long list as ${name}`, `${name}=${filled('a,')}`);
    yield asked(`many words as ${name}`, `${name}=${filled('a+')}`);
    yield asked(`a long text as ${name}`, `${name}=${filled('%E4%B8%AD')}`);
    yield asked(`many digits as ${name}`, `${name}=${filled('9')}`);
    yield asked(`control characters as ${name}`, `${name}=${encodeURIComponent(CONTROL_TEXT)}`);
  }
  yield asked('all parameters with long lists', names.map((name) => `${name}=${'a,'.repeat(400)}`).join('&'));
}

const CONTROL_TEXT = ODD_CHARACTERS.filter((each) => each.isWellFormed()).join('');

function* bodies(path, schema, schemas, whole) {
  let first = !isSlow(path, schema);
  for (const { path: at, schema: field } of fieldsOf(schema, schemas)) {
    const sent = (title, value) => ({
      title: `${title} in ${at.join('.')}`,
      body: written(withValue(whole, schema, schemas, at, value)),
    });
    for (const [title, value] of Object.entries(shapesFor(field, schemas))) yield sent(title, value);
    if (kindOf(field) !== 'string') continue;
    // Every character alone in one field of a command, all at once in the others.
    const characters = first ? ODD_CHARACTERS : [ODD_CHARACTERS.join('')];
    first = false;
    for (const each of characters) yield sent(`U+${each.codePointAt(0).toString(16)}`, `a${each}b`);
  }
}

const shapesFor = (field, schemas) => {
  const kind = kindOf(field);
  const inner = instanceOf(field.items ?? field.additionalProperties ?? {}, schemas);
  if (kind === 'array') return values.longLists(inner);
  if (kind === 'object') return values.manyFields(inner);
  return kind === 'string' ? LONG_TEXTS : { ...NUMBERS, ...values.longLists(1), ...values.manyFields(1) };
};

/** JSON with the texts of `raw` as they are. */
const written = (value) => {
  const texts = [];
  const marked = JSON.stringify(value, (_, each) =>
    typeof each?.raw === 'string' ? `\u0007${texts.push(each.raw) - 1}\u0007` : each,
  );
  return marked.replace(/"\\u0007(\d+)\\u0007"/g, (_, index) => texts[index]);
};

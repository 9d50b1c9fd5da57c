import { eventWords, fieldOf, fieldsOf, labelled } from './fields.mjs';

const RANGE = /\.(from|to)$/;
const SHARED = ['limit', 'cursor', 'sort', 'updatedSince', 'total', 'consistencyToken', 'asOf', 'axis', 'q'];

const both = (operation, name) => ({
  en: operation[name] ?? '',
  zh: operation[`x-${name}-zh`] ?? operation[name] ?? '',
});

const right = (operation) => operation['x-right'];

const operations = (document, method) =>
  Object.entries(document.paths).flatMap(([path, item]) => (item[method] ? [[path, item[method]]] : []));

const bodyOf = ({ requestBody }) => requestBody?.content?.['application/json']?.schema;

/** A command of a slice, or another act that needs a right, such as a rebuild. */
const isAct = (operation) => operation.operationId && (!operation.operationId.includes('.') || right(operation));

const commandOf = (document, path, operation) => {
  const inPath = (operation.parameters ?? []).filter((parameter) => parameter.in === 'path').map(({ name }) => name);
  const body = bodyOf(operation);
  return {
    ...{ path, right: right(operation), title: both(operation, 'summary'), inPath },
    fields: body ? fieldsOf(document, body) : [],
  };
};

const rowOf = (document, operation) => {
  const page = operation.responses?.['200']?.content?.['application/json']?.schema;
  const { properties } = page?.$ref ? document.components.schemas[page.$ref.split('/').at(-1)] : {};
  return properties?.items?.items;
};

const isList = ({ parameters = [] }) =>
  ['sort', 'cursor'].every((name) => parameters.some((each) => each.name === name));

const filtersOf = (document, columns, { parameters }) => {
  const inQuery = parameters.filter((each) => each.in === 'query' && !SHARED.includes(each.name));
  const ranges = new Set(inQuery.filter(({ name }) => RANGE.test(name)).map(({ name }) => name.replace(RANGE, '')));
  const labelOf = (name) => columns.find((column) => column.name === name)?.label;
  return [
    ...inQuery
      .filter(({ name }) => !RANGE.test(name))
      .map(({ name, schema }) => {
        const { item, ...field } = fieldOf(document, name, schema);
        const one = item ?? field;
        return { ...one, name, label: one.label ?? labelOf(name), ...(item && { several: true }) };
      }),
    ...[...ranges].map((name) => ({ name, kind: 'range', label: labelOf(name) })),
  ];
};

const sortsOf = (document, { parameters }) => {
  const { values = [] } = fieldOf(document, 'sort', parameters.find(({ name }) => name === 'sort').schema);
  return [...new Set(values.map(({ value }) => value.replace(/^-/, '')))];
};

const listOf = (document, path, operation) => {
  const row = rowOf(document, operation);
  const columns = row ? fieldsOf(document, row) : [];
  const { parameters } = operation;
  return {
    ...{ right: right(operation), title: both(operation, 'summary'), columns },
    filters: filtersOf(document, columns, operation),
    sorts: sortsOf(document, operation),
    searches: parameters.some(({ name }) => name === 'q'),
    counts: parameters.some(({ name }) => name === 'total'),
    past: parameters.some(({ name }) => name === 'asOf'),
  };
};

/** What the console derives from an API: `commands` by operation, `lists` by path, `words` by schema, `events` by type. */
export const catalogueOf = (document) => ({
  commands: Object.fromEntries(
    operations(document, 'post')
      .filter(([, operation]) => isAct(operation))
      .map(([path, operation]) => [operation.operationId, commandOf(document, path, operation)]),
  ),
  lists: Object.fromEntries(
    operations(document, 'get')
      .filter(([, operation]) => isList(operation))
      .map(([path, operation]) => [path, listOf(document, path, operation)]),
  ),
  words: labelled(document),
  events: eventWords(document),
});

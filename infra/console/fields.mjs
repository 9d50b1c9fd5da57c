// How a schema of OpenAPI is shown: its label and help in both languages, the kind of its control, and its limits.

const pointer = (document, ref) =>
  ref
    .slice(2)
    .split('/')
    .reduce((at, key) => at[key.replaceAll('~1', '/').replaceAll('~0', '~')], document);

/** A schema without references and without the alternative `null`; what stands beside a reference comes first. */
const plain = (document, schema) => {
  const { $ref, oneOf, anyOf, ...rest } = schema;
  if ($ref) return { ...plain(document, pointer(document, $ref)), ...rest, name: $ref.split('/').at(-1) };
  const either = (oneOf ?? anyOf)?.filter(({ type }) => type !== 'null');
  if (either?.length === 1) return { ...plain(document, either[0]), ...rest };
  return either ? { ...rest, either } : rest;
};

const isNull = ({ type }) => type === 'null' || (Array.isArray(type) && type.includes('null'));
const takesNull = ({ oneOf, anyOf, ...schema }) => isNull(schema) || (oneOf ?? anyOf ?? []).some(isNull);

const typeOf = ({ type }) => (Array.isArray(type) ? type.filter((each) => each !== 'null')[0] : type);

const words = ({ title, 'x-title-zh': zh }) => (title ? { en: title, zh: zh ?? title } : undefined);
const help = ({ description, 'x-description-zh': zh }) => (description && zh ? { en: description, zh } : undefined);

const valuesOf = ({ enum: values, 'x-labels': labels = {} }) =>
  values?.map((value) => ({ value, ...(labels[value] ?? { en: `${value}`, zh: `${value}` }) }));

const isMoney = ({ properties }) => properties?.amount && properties?.currency && Object.keys(properties).length === 2;
const isPerson = ({ properties }) => properties?.id && !properties.amount && Object.keys(properties).length <= 2;

const TEXT = 1_000; // characters from which a text gets more than one line

const OBJECTS = [
  [isMoney, 'money'],
  [isPerson, 'person'],
];

const stringKind = ({ format, maxLength = 0, pattern = '' }, name) => {
  if (format === 'date') return 'day';
  if (format === 'date-time' || /At$/.test(name)) return 'instant';
  if (/^\^-\?\\d\{1,15\}/.test(pattern)) return 'decimal';
  return maxLength >= TEXT ? 'long-text' : 'text';
};

const kindOf = (schema, name) => {
  if (schema.enum) return 'choice';
  const type = typeOf(schema);
  if (type === 'string') return stringKind(schema, name);
  if (type === 'object') return OBJECTS.find(([is]) => is(schema))?.[1] ?? 'object';
  return { array: 'list', integer: 'integer', number: 'number', boolean: 'flag' }[type] ?? 'any';
};

const LIMITS = ['minimum', 'maximum', 'minLength', 'maxLength', 'minItems', 'maxItems', 'pattern', 'format'];

const without = (object) => Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));

/** `depth` bounds schemas that contain themselves. */
export const fieldOf = (document, name, given, required = false, depth = 0) => {
  const schema = plain(document, given);
  const kind = kindOf(schema, name);
  const limits = Object.fromEntries(
    LIMITS.filter((limit) => schema[limit] !== undefined).map((limit) => [limit, schema[limit]]),
  );
  return without({
    ...{ name, kind, label: words(schema), help: help(schema), values: valuesOf(schema) },
    ...(required && { required }),
    ...(required && takesNull(given) && { blank: true }),
    ...(schema['x-personal'] && { personal: true }),
    example: ['text', 'decimal', 'long-text'].includes(kind) ? schema.examples?.[0] : undefined,
    ...(Object.keys(limits).length > 0 && { limits }),
    ...(kind === 'list' && depth < 4 && { item: fieldOf(document, name, schema.items ?? {}, false, depth + 1) }),
    ...(['object', 'money', 'person'].includes(kind) && depth < 4 && { fields: fieldsOf(document, schema, depth + 1) }),
  });
};

export const fieldsOf = (document, given, depth = 0) => {
  const { properties = {}, required = [] } = plain(document, given);
  return Object.entries(properties)
    .filter(([, schema]) => !schema.deprecated)
    .map(([name, schema]) => fieldOf(document, name, schema, required.includes(name), depth));
};

export const labelled = (document) =>
  Object.fromEntries(
    Object.entries(document.components.schemas)
      .filter(([, schema]) => schema['x-labels'])
      .map(([name, schema]) => [name, { label: words(schema), values: schema['x-labels'] }]),
  );

/** What each type of event is called. */
export const eventWords = (document) =>
  Object.fromEntries(
    Object.values(document.components.schemas).flatMap((schema) => {
      const type = schema.allOf && schema.properties?.type?.const;
      return type ? [[type, words(schema)]] : [];
    }),
  );

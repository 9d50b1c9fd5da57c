// The first value that matches a pattern is used.
const TEXTS = ['x1', 'EUR', '1.50', '5551234', '2026-01-05T09:00:00.000Z', 'Europe/Vienna', '09:00', 'AT'];
const FORMATS = {
  'date-time': '2026-01-05T09:00:00.000Z',
  date: '2026-01-05',
  uuid: '0193a5c2-7e1b-7c4f-9d38-52b6f0a4c1e7',
  email: 'li@example.com',
};

/** A value that a JSON Schema allows; objects have the required fields and those named in `ids`. */
export const instanceOf = (schema = {}, schemas, ids = {}) => {
  const resolved = schemas[schema.$ref?.split('/').at(-1)] ?? schema;
  const { const: only, enum: values, anyOf, oneOf, type } = resolved;
  if (only !== undefined) return only;
  if (values) return values[0];
  const choices = anyOf ?? oneOf;
  if (choices && type !== 'string') return instanceOf(choices[0], schemas, ids);
  return MADE[type]?.(resolved, schemas, ids) ?? null;
};

const MADE = {
  string: ({ format, anyOf = [], pattern, minLength = 1 }) => {
    const form = FORMATS[format ?? anyOf[0]?.format];
    if (form) return form;
    const fits = TEXTS.find((text) => new RegExp(pattern ?? '', 'u').test(text)) ?? TEXTS[0];
    return fits.padEnd(minLength, 'x');
  },
  integer: ({ minimum = 1 }) => Math.max(1, minimum),
  number: ({ minimum = 1 }) => Math.max(1, minimum),
  boolean: () => true,
  array: ({ items, minItems = 0 }, schemas, ids) =>
    Array.from({ length: minItems }, () => instanceOf(items, schemas, ids)),
  object: ({ properties = {}, required = [] }, schemas, ids) =>
    Object.fromEntries(
      Object.entries(properties)
        .filter(([name]) => required.includes(name) || name in ids)
        .map(([name, schema]) => [name, ids[name] ?? instanceOf(schema, schemas, ids)]),
    ),
};

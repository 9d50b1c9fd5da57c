type Json = {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Json>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Json | boolean;
  readonly items?: Json | boolean;
  readonly anyOf?: readonly Json[];
  readonly oneOf?: readonly Json[];
};

/** The path of the first value whose type is another than the schema says, such as `lines[].price`; `undefined` if there is none. */
export type ShapeCheck = (value: unknown) => string | undefined;

/** Returns the path from the value on, such as `.lines[].price`, so that none is made of what is right; empty for the value itself. */
type Check = (value: unknown) => string | undefined;

/**
 * Whether data has the fields of a JSON Schema with values of their types. Only that: limits and formats are rules, which may
 * have become stricter since the data was stored. It costs a fraction of parsing the same data.
 */
export const shapeCheck = (schema: object): ShapeCheck => {
  const check = checkOf(schema);
  return (value) => {
    const wrong = check(value);
    return wrong === '' ? 'data' : wrong?.replace(/^\./, '');
  };
};

const checkOf = ({ type, properties, required, additionalProperties, items, anyOf, oneOf }: Json): Check => {
  const options = anyOf ?? oneOf;
  if (options) return oneOfThem(options.map(checkOf));
  const types = type === undefined ? undefined : new Set([type].flat());
  const members = properties && membersOf(properties, new Set(required));
  const others = typeof additionalProperties === 'object' ? checkOf(additionalProperties) : undefined;
  const each = typeof items === 'object' ? checkOf(items) : undefined;
  const inObject: Check = (value) => {
    if (typeof value !== 'object' || value === null) return undefined;
    return members?.(value) ?? (others && inMap(value, properties, others));
  };
  return (value) => {
    if (types && !isOf(types, value)) return '';
    return Array.isArray(value) ? each && under('[]', firstIn(value, each)) : inObject(value);
  };
};

const oneOfThem =
  (options: readonly Check[]): Check =>
  (value) => {
    let first: string | undefined;
    for (const option of options) {
      const wrong = option(value);
      if (wrong === undefined) return undefined;
      first ??= wrong;
    }
    return first;
  };

const membersOf = (properties: Readonly<Record<string, Json>>, required: ReadonlySet<string>) => {
  const checks = Object.entries(properties).map(([name, schema]) => [name, checkOf(schema)] as const);
  return (value: object): string | undefined => {
    for (const [name, check] of checks) {
      const member: unknown = Object.hasOwn(value, name) ? value[name as keyof typeof value] : undefined;
      const wrong = member !== undefined ? check(member) : required.has(name) ? '' : undefined;
      if (wrong !== undefined) return `.${name}${wrong}`;
    }
    return undefined;
  };
};

/** Keys of maps are data, so the path has `*` for them. */
const inMap = (value: object, properties: Json['properties'], check: Check): string | undefined =>
  under(
    '.*',
    firstIn(Object.entries(value), ([name, member]) =>
      properties && Object.hasOwn(properties, name) ? undefined : check(member),
    ),
  );

const under = (step: string, wrong: string | undefined) => (wrong === undefined ? undefined : `${step}${wrong}`);

const firstIn = <T>(items: readonly T[], check: (item: T) => string | undefined): string | undefined => {
  for (const item of items) {
    const wrong = check(item);
    if (wrong !== undefined) return wrong;
  }
  return undefined;
};

const isOf = (types: ReadonlySet<string>, value: unknown): boolean => {
  if (value === null) return types.has('null');
  if (Array.isArray(value)) return types.has('array');
  if (typeof value === 'number') return types.has('number') || types.has('integer');
  return types.has(typeof value);
};

import { classSchema, zodSchema, type JsonSchema } from './openapi.class-schema.js';
import type { Handler } from './openapi.handlers.js';

export type Parameter = {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema: JsonSchema;
};

const header = (name: string, description: string, schema: JsonSchema = { type: 'string' }): Parameter => ({
  ...{ name, in: 'header', required: false, description },
  schema,
});

/** A key that a caller makes up. */
export const KEY = { type: 'string', pattern: '^[\\x21-\\x7e]{1,200}$' };

const ONCE = header('Idempotency-Key', 'A request with the same key is carried out once.', KEY);

const COMMAND_HEADERS = [
  ONCE,
  header('X-Correlation-Id', 'The business process that the command belongs to; kept with every event.', KEY),
];

const conditionOf = ({ route }: NonNullable<Handler['command']>): Parameter =>
  header(
    'If-Match',
    `The \`${route?.compares ?? 'revision'}\` that the caller has read, such as \`"3"\`, or the \`ETag\` of the record; 412 if that has changed since.`,
  );

const KNOWN = header('If-None-Match', 'The `ETag` of an earlier response; 304 if nothing has changed since.');

const TOKEN = 'The token of a receipt. The response shows that write, or has the header `Annals-Stale: true`.';
const FRESHNESS = [
  header('Consistency-Token', TOKEN),
  { name: 'consistencyToken', in: 'query', required: false, description: TOKEN, schema: { type: 'string' } },
];

/** All parameters of a handler besides its body; those declared by decorators first. */
export const parametersOf = (path: string, handler: Handler, said: readonly Parameter[]): readonly Parameter[] => {
  const all = [
    ...(handler.takesKey ? [ONCE] : []), // Nest would call it required
    ...said.filter(({ name, in: place }) => name && place !== 'body'),
    ...parametersIn(path).map((name) => inPath(name, handler)),
    ...(handler.query ? inQuery(handler.query) : []),
    ...(takesCommands(handler) ? COMMAND_HEADERS : []),
    ...(handler.command && !beginsStream(path, handler.command) ? [conditionOf(handler.command)] : []),
    ...(handler.isConditional ? [KNOWN] : []),
    ...(handler.isFresh ? FRESHNESS : []),
  ];
  return [...new Map(all.toReversed().map((each) => [`${each.in} ${each.name}`, each])).values()].toReversed();
};

/** The names of the parameters of a path. */
export const parametersIn = (path: string): readonly string[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);

// A new record has no revision yet; a part of an existing record has the revision of that record.
const beginsStream = (path: string, { route }: NonNullable<Handler['command']>) =>
  route?.creates !== undefined && !path.includes('{');

const takesCommands = ({ command, answer }: Handler) => command !== undefined || answer === 'BulkAnswer';

/** The schemas of path parameters, from the fields of the command. */
const inPath = (name: string, { command }: Handler): Parameter => {
  const field = command?.fields[name];
  const schema = field ? zodSchema(field) : { type: 'string' };
  return { name, in: 'path', required: true, schema };
};

const inQuery = (type: NonNullable<Handler['query']>): readonly Parameter[] => {
  const { properties, required = [] } = classSchema(type);
  return Object.entries(properties).map(([name, schema]) => ({
    ...{ name, in: 'query', required: required.includes(name) },
    ...(schema['type'] === 'array' && { style: 'form', explode: true }),
    schema,
  }));
};

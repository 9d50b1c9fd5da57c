import type { AnyCommandClass } from '@annals/command-bus';
import { REVISION_IN_BODY } from './deprecation.js';
import { classSchema, commandSchema, type JsonSchema, type ObjectSchema } from './openapi.class-schema.js';
import type { Handler } from './openapi.handlers.js';
import { withNulls } from './openapi.nullable.js';
import { KEY, parametersIn } from './openapi.parameters.js';
import type { Roots } from './openapi.roots.js';
import { FILE_TYPES, FORM_TYPE } from './route-marks.js';

type Commands = Iterable<AnyCommandClass>;

/** The request body of a handler, whose schema it adds to `roots`. `commands` are those of the bulk route. */
export const bodyOf = (path: string, handler: Handler, roots: Roots, commands: Commands) => {
  const { command, body } = handler;
  if (handler.takesFile) return FILE_BODY;
  const name = command?.type ?? body?.name;
  if (name === undefined) return {};
  const schema = command ? singleSchema(command, path) : classSchema(body!);
  roots.add(name, handler.answer === 'BulkAnswer' ? withItems(schema, roots, commands) : withNulls(schema));
  const content = contentOf(handler, roots.referTo(name));
  return { requestBody: { required: schema.required !== undefined, content } };
};

const contentOf = ({ takesHtmlForm }: Handler, schema: object) => ({
  'application/json': { schema },
  ...(takesHtmlForm && { [FORM_TYPE]: { schema } }),
});

const BYTES = { type: 'string', format: 'binary' }; // as generators of clients know it

const FILE_BODY = {
  requestBody: { required: true, content: Object.fromEntries(FILE_TYPES.map((type) => [type, { schema: BYTES }])) },
};

/** The body of one command, whose revision belongs in `If-Match`. */
const singleSchema = (command: AnyCommandClass, path: string): ObjectSchema => {
  const { properties, ...schema } = commandSchema(command, parametersIn(path));
  const expectedRevision = { ...properties['expectedRevision'], deprecated: true, ...IN_HEADER };
  return { ...schema, properties: { ...properties, expectedRevision } };
};

const IN_HEADER = {
  description: `Until ${REVISION_IN_BODY.sunset}; send \`If-Match\` instead, which takes precedence.`,
  'x-description-zh': `保留至 ${REVISION_IN_BODY.sunset}；请改用 \`If-Match\`，两者都发送时以 \`If-Match\` 为准。`,
};

/** The body of the bulk route, with its commands by `type`. */
const withItems = ({ properties, ...schema }: ObjectSchema, roots: Roots, commands: Commands): JsonSchema => {
  const byType = [...commands].toSorted(byName).flatMap((command) => {
    if (!command.route) return [];
    const name = `${command.type}Command`;
    const item = itemOf(command, command.route.creates);
    roots.addRepeat(name, command.type, withNulls(item));
    return [{ type: command.type, name, example: item.examples?.[0] }];
  });
  const items = roots.oneOf(
    'type',
    byType.map(({ type, name }) => [type, name] as const),
  );
  const examples = [{ commands: byType.slice(0, 1).map(({ example }) => example) }];
  return { ...schema, examples, properties: { ...properties, commands: { ...properties['commands'], items } } };
};

const byName = (one: AnyCommandClass, other: AnyCommandClass) => (one.type < other.type ? -1 : 1);

/** A command with its type, all its fields and what headers say of a single one. */
const itemOf = (command: AnyCommandClass, creates?: string): ObjectSchema => {
  const { properties, required = [], examples = [], ...schema } = commandSchema(command, []);
  const needed = creates === undefined || required.includes(creates) ? [] : [creates];
  const ids = Object.fromEntries(needed.map((name) => [name, exampleIn(properties[name])]));
  return {
    ...schema,
    properties: { type: { const: command.type }, ...properties, commandId: KEY, correlationId: KEY },
    required: ['type', ...needed, ...required],
    examples: examples.map((example) => ({ type: command.type, ...ids, ...example })),
  };
};

const exampleIn = (schema: JsonSchema = {}): unknown => (schema['examples'] as readonly unknown[] | undefined)?.[0];

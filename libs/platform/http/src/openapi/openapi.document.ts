import type { AnyCommandClass } from '@annals/command-bus';
import type { INestApplication } from '@nestjs/common';
import { SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { COMMANDS, type Commands } from '../commands/bulk.controller.js';
import type { HttpProblemType } from '../problems/http-problem.js';
import { about } from './openapi.about.js';
import { bodyOf } from './openapi.bodies.js';
import type { JsonSchema } from './openapi.class-schema.js';
import { Components } from './openapi.components.js';
import { describeEvents, type DescribedEvent } from './openapi.events.js';
import { descriptionOf } from './openapi.description.js';
import { examplesFor } from './openapi.examples.js';
import { handlersOf, operationIdOf, type Handler } from './openapi.handlers.js';
import { withMasks } from './openapi.masks.js';
import { parametersOf, type Parameter } from './openapi.parameters.js';
import { HEADERS, problemResponses, responsesOf } from './openapi.responses.js';
import { Roots } from './openapi.roots.js';
import { shaped } from './openapi.shapes.js';

/** What the document says besides the routes of the process. */
export type ApiDescription = {
  readonly version: string;
  /** The schemas of response types by name; they refer to each other as `#/$defs/<name>`. */
  readonly answers: { readonly $defs: Readonly<Record<string, JsonSchema>> };
  /** Every event that answers can have. */
  readonly events?: readonly DescribedEvent[];
  /** The groups of operations, by the names that controllers have in `ApiTags`. */
  readonly tags?: Tag[];
  /** The problems that responses may have, with examples of their details. */
  readonly problems?: readonly HttpProblemType[];
};

export type Tag = { readonly name: string; readonly description: string; readonly 'x-description-zh'?: string };

type Operation = {
  readonly operationId: string;
  readonly summary?: string;
  readonly description?: string;
  readonly parameters?: readonly Parameter[];
  readonly tags?: readonly string[];
};

/** The OpenAPI 3.1 document of all routes of the process. */
export const openApiDocument = (
  app: INestApplication,
  { version, answers, events = [], tags = [], problems = [] }: ApiDescription,
): OpenAPIObject => {
  const operationIdFactory = (controller: string, method: string) => `${controller}.${method}`;
  const document = SwaggerModule.createDocument(app, about(version), { operationIdFactory });

  const handlers = new Map(handlersOf(app).map((each) => [`${each.controller}.${each.method}`, each]));
  const declared = [...handlers.values()].flatMap((handler) => Object.entries(handler.schemas()));
  const responses = embedded({ ...answers.$defs, ...Object.fromEntries(declared) });
  const roots = new Roots();
  for (const [name, schema] of Object.entries(responses)) roots.add(name, withMasks(schema));
  const known = new Set(Object.keys(responses));
  describeEvents(roots, events);
  const collected = { roots, parts: new Components(), known, commands: bulkCommandsOf(app, handlers) };
  const paths = Object.entries(document.paths).map(([path, item]) => [
    path,
    Object.fromEntries(
      Object.entries(item as Readonly<Record<string, Operation>>).map(([method, operation]) => [
        method,
        described(path, operation, handlers.get(operation.operationId)!, collected),
      ]),
    ),
  ]);
  const components = collected.parts.named(roots.collected(collected.parts));
  const operations = components.resolved(Object.fromEntries(paths)) as Paths;
  const refused = problemResponses(problems);
  const schemas = Object.fromEntries(Object.entries(components.schemas).sort(byName));
  return {
    ...document,
    ...{ servers: SERVERS, tags: usedIn(operations, tags), paths: operations },
    components: {
      securitySchemes: document.components?.securitySchemes,
      ...{ headers: headersIn([operations, refused]), responses: refused, schemas },
      examples: examplesFor(operations, schemas),
    },
  } as OpenAPIObject;
};

const SERVERS = [{ url: '/', description: 'The server that this document comes from.' }];

type Paths = Readonly<Record<string, Readonly<Record<string, Operation>>>>;

const usedIn = (paths: Paths, tags: Tag[]): Tag[] => {
  const used = new Set(
    Object.values(paths).flatMap((item) => Object.values(item).flatMap(({ tags: names = [] }) => names)),
  );
  return tags.filter(({ name }) => used.has(name));
};

const headersIn = (described: unknown) => {
  const text = JSON.stringify(described);
  return Object.fromEntries(
    Object.entries(HEADERS).filter(([name]) => text.includes(`"#/components/headers/${name}"`)),
  );
};

const bulkCommandsOf = (app: INestApplication, handlers: ReadonlyMap<string, Handler>) =>
  [...handlers.values()].some(({ answer }) => answer === 'BulkAnswer')
    ? app.get<Commands>(COMMANDS, { strict: false }).values()
    : [];

const byName = ([a]: [string, unknown], [b]: [string, unknown]) => (a < b ? -1 : 1);

const embedded = (definitions: Readonly<Record<string, object>>) =>
  JSON.parse(JSON.stringify(definitions).replaceAll('"#/$defs/', '"#/components/schemas/')) as Record<
    string,
    JsonSchema
  >;

type Collected = {
  readonly roots: Roots;
  readonly parts: Components;
  readonly known: ReadonlySet<string>;
  readonly commands: Iterable<AnyCommandClass>;
};

const described = (path: string, operation: Operation, handler: Handler, collected: Collected) => {
  const { roots, parts, known, commands } = collected;
  const { parameters = [], tags = [], ...rest } = operation;
  const operationId = operationIdOf(handler);
  return {
    ...rest,
    ...descriptionOf(operation, handler),
    tags: tags.map((tag) => tag.toLowerCase()),
    operationId,
    ...(handler.deprecation ? { deprecated: true } : {}),
    ...(handler.isPublic ? { security: [] } : { security: [{ bearer: [] }, { key: [] }, { cookie: [] }] }),
    parameters: parametersOf(path, handler, parameters).map(({ schema, ...parameter }) => ({
      ...parameter,
      schema: parts.collectWhole(operationId.split('.')[0]!, parameter.name, shaped(schema)),
    })),
    ...bodyOf(path, handler, roots, commands),
    responses: responsesOf(path, handler, known),
  };
};

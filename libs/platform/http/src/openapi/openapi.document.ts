import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { classSchema, commandSchema, type JsonSchema } from './openapi.class-schema.js';
import { handlersOf, operationIdOf, type Handler } from './openapi.handlers.js';
import { parametersOf, type Parameter } from './openapi.parameters.js';
import { PROBLEMS, responsesOf } from './openapi.responses.js';

/** `answers` are the schemas of response types by name; they refer to each other as `#/$defs/<name>`. */
export type ApiDescription = {
  readonly version: string;
  readonly answers: { readonly $defs: Readonly<Record<string, JsonSchema>> };
};

type Operation = {
  readonly operationId: string;
  readonly summary?: string;
  readonly parameters?: readonly Parameter[];
  readonly tags?: readonly string[];
};

/** The OpenAPI 3.1 document of all routes of the process. */
export const openApiDocument = (app: INestApplication, { version, answers }: ApiDescription): OpenAPIObject => {
  const builder = new DocumentBuilder().setOpenAPIVersion('3.1.0').setTitle('Annals').setVersion(version);
  const about = builder
    .setDescription('An event-sourced CRM core.')
    .setLicense('Apache-2.0', LICENSE)
    .addBearerAuth()
    .addApiKey({ type: 'apiKey', in: 'header', name: 'X-Api-Key' }, 'key');
  const operationIdFactory = (controller: string, method: string) => `${controller}.${method}`;
  const document = SwaggerModule.createDocument(app, about.build(), { operationIdFactory });

  const handlers = new Map(handlersOf(app).map((each) => [`${each.controller}.${each.method}`, each]));
  const declared = [...handlers.values()].flatMap((handler) => Object.entries(handler.schemas));
  const schemas = new Map(Object.entries(embedded({ ...answers.$defs, ...Object.fromEntries(declared) })));
  const known = new Set(schemas.keys());
  const paths = Object.entries(document.paths).map(([path, item]) => [
    path,
    Object.fromEntries(
      Object.entries(item as Readonly<Record<string, Operation>>).map(([method, operation]) => [
        method,
        described(path, operation, handlers.get(operation.operationId)!, { schemas, known }),
      ]),
    ),
  ]);
  const { securitySchemes } = document.components ?? {};
  const components = { securitySchemes, responses: PROBLEMS, schemas: Object.fromEntries([...schemas].sort(byName)) };
  return { ...document, paths: Object.fromEntries(paths) as object, components } as OpenAPIObject;
};

const LICENSE = 'https://www.apache.org/licenses/LICENSE-2.0';

const byName = ([a]: [string, unknown], [b]: [string, unknown]) => (a < b ? -1 : 1);

const embedded = (definitions: Readonly<Record<string, object>>) =>
  JSON.parse(JSON.stringify(definitions).replaceAll('"#/$defs/', '"#/components/schemas/')) as Record<
    string,
    JsonSchema
  >;

type Collected = { readonly schemas: Map<string, JsonSchema>; readonly known: ReadonlySet<string> };

const described = (path: string, operation: Operation, handler: Handler, { schemas, known }: Collected) => {
  const { parameters = [], tags = [], ...rest } = operation;
  return {
    ...rest,
    tags: tags.map((tag) => tag.toLowerCase()),
    operationId: operationIdOf(handler),
    ...(handler.isPublic ? { security: [] } : { security: [{ bearer: [] }, { key: [] }] }),
    parameters: parametersOf(path, handler, parameters),
    ...bodyOf(path, handler, schemas),
    responses: responsesOf(handler, known),
  };
};

const bodyOf = (path: string, { command, body }: Handler, schemas: Map<string, JsonSchema>) => {
  const name = command?.type ?? body?.name;
  if (name === undefined) return {};
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => parameter!);
  const schema = command ? commandSchema(command, inPath) : classSchema(body!);
  schemas.set(name, schema);
  const content = { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } };
  return { requestBody: { required: schema.required !== undefined, content } };
};

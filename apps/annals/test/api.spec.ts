import { fastifyAdapter, MOST_VALUES, openApiDocument } from '@annals/http';
import { NestFactory } from '@nestjs/core';
import type { FastifyInstance, RouteOptions } from 'fastify';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { everything } from '../src/parts.js';
import {
  apiDescription,
  annalsCatalogue,
  closeStores,
  configurationOf,
  openEngine,
  routesOf,
  ServiceModule,
} from '@annals/composition';
import {
  answerMisfits,
  document,
  mostValuesOf,
  operations as described,
  problemMisfits,
  requestMisfits,
} from './described.js';
import { root } from './stage.js';

type Parameter = { readonly name: string; readonly in: string; readonly required?: boolean };
type Operation = { readonly operationId: string; readonly parameters?: readonly Parameter[] };
type Document = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: object };
};

const committed = JSON.parse(readFileSync(`${root}/contracts/openapi.json`, 'utf8')) as Document;
const operations = Object.entries(committed.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, { operationId }]) => ({ route: `${method.toUpperCase()} ${path}`, operationId })),
);

const routes: string[] = [];
let generated: unknown;
beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'annals-api-'));
  const engine = await openEngine(configurationOf({ DATA_DIR: folder }));
  const adapter = fastifyAdapter(engine.configuration);
  adapter.getInstance<FastifyInstance>().addHook('onRoute', ({ method, url }: RouteOptions) => {
    const path = url.replace(/:(\w+)/g, '{$1}');
    routes.push(...[method].flat().map((each) => `${each} ${path}`));
  });
  const app = await NestFactory.create(ServiceModule.with(engine, everything(engine)), adapter, {
    logger: false,
  });
  generated = JSON.parse(JSON.stringify(openApiDocument(app, apiDescription())));
  await app.init();
  await app.close();
  await closeStores(engine);
  rmSync(folder, { recursive: true });
});

it('is described by the committed document', () => {
  expect(generated).toEqual(committed);
});

it('has parameters that are whole numbers, if they are numbers, and names that stay when another is added', () => {
  const { paths, components } = committed;
  const parameters = Object.values(paths).flatMap((item) =>
    Object.values(item).map((operation) => operation.parameters),
  );
  expect(JSON.stringify(parameters)).not.toMatch(/"type":"number"/);
  expect(Object.keys(components.schemas).filter((name) => /\d$/.test(name))).toEqual([]);
});

it('says what each event is called, in both languages', () => {
  const { HistoryType, ...schemas } = committed.components.schemas as Readonly<
    Record<string, Readonly<Record<string, unknown>>>
  >;
  const named = (HistoryType!['enum'] as readonly string[]).filter((type) => {
    const { title, 'x-title-zh': zh } = schemas[`${type}Event`] ?? {};
    return title !== undefined && zh !== undefined;
  });
  expect(named).toEqual(HistoryType!['enum']);
});

it('requires no header', () => {
  const parameters = operations.flatMap(({ route }) => {
    const [method, path] = route.split(' ') as [string, string];
    const { parameters = [] } = committed.paths[path]![method.toLowerCase()]!;
    return parameters.filter((each) => each.in === 'header' && each.required).map(({ name }) => `${route}: ${name}`);
  });
  expect(parameters).toEqual([]);
});

it('has an operation for each command', () => {
  const commands = [...annalsCatalogue(configurationOf({})).commands.values()].map(({ command }) => command);
  expect(operations.map(({ operationId }) => operationId)).toEqual(
    expect.arrayContaining(commands.filter(({ route }) => route).map(({ type }) => type)),
  );
});

it('has an operation for each route that is not replaced, and no other', () => {
  const replaced = routesOf(annalsCatalogue(configurationOf({}))).filter(({ deprecation }) => deprecation);
  const old = new Set(replaced.map(({ method, path }) => `${method} ${path}`));
  const answered = routes.filter((route) => !/^(HEAD|OPTIONS) /.test(route) && !old.has(route));
  expect(answered).toEqual(expect.arrayContaining(replaced.map(({ deprecation }) => `GET ${deprecation!.successor}`)));
  expect(new Set(operations.map(({ route }) => route))).toEqual(new Set(answered));
});

const answers = described.flatMap(({ method, path, operation: { responses } }) =>
  Object.entries(responses).flatMap(([status, { content = {} }]) =>
    content['application/json'] ? [{ method, path, status, examples: content['application/json'].examples }] : [],
  ),
);

it.each(answers)('has an example of the answer $status of $method $path, which fits its schema', (answer) => {
  const { method, path, status, examples = {} } = answer;
  const [body] = Object.values(examples).map(
    ({ $ref }) => document.components.examples[$ref!.split('/').at(-1)!]!.value,
  );
  expect(body).toBeDefined();
  expect(answerMisfits(method, path, { status: Number(status), body })).toEqual([]);
});

it('has an example of every text in an answer', () => {
  expect(JSON.stringify(document.components.examples)).not.toContain(':"text"');
  expect(JSON.stringify(document.components.examples)).not.toContain('["text"]');
});

it('has an example of the problems of each status, which fits its schema', () => {
  const told = Object.values(document.components.responses).flatMap(({ content = {} }) =>
    Object.values(content['application/problem+json']!.examples ?? {}),
  );
  expect(told).toHaveLength(Object.keys(document.components.responses).length);
  expect(told.flatMap(({ value }) => problemMisfits(value))).toEqual([]);
});

/** Those whose body is JSON, and no file. */
const asking = described.filter(({ operation }) => operation.requestBody?.content['application/json']);

it.each(asking)('has an example of the body of $method $path, which fits its schema', ({ method, path, operation }) => {
  const name = JSON.stringify(operation.requestBody).match(/schemas\/(\w+)/)![1]!;
  const { examples } = document.components.schemas[name]!;
  expect(examples?.map((example) => requestMisfits(method, path, example))).toEqual([[]]);
});

it.each(asking.filter(({ path }) => path !== '/v1/commands'))(
  'takes the largest body that the schema of $method $path allows',
  ({ operation }) => {
    expect(mostValuesOf(operation.requestBody!.content['application/json']!.schema)).toBeLessThanOrEqual(MOST_VALUES);
  },
);

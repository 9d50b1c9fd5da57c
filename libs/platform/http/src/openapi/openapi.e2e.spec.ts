import { MemoryEventStore } from '@annals/store-memory';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { readFileSync } from 'node:fs';
import { parcelsApp } from '../../test/parcels.js';
import type { ApiDescription } from '../index.js';

const file = `${import.meta.dirname}/../../../../../contracts/schemas/answers.json`;
const answers = JSON.parse(readFileSync(file, 'utf8')) as ApiDescription['answers'];

type Parameter = { name: string; in: string; required: boolean; schema: object };
type Operation = {
  operationId: string;
  summary: string;
  'x-summary-zh': string;
  security: object[];
  parameters: Parameter[];
  requestBody: { required: boolean };
  description: string;
  responses: Record<string, object>;
};
type Document = {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, { properties: Record<string, object>; required: string[] }> };
};

let app: NestFastifyApplication;
let document: Document;
beforeAll(async () => {
  app = await parcelsApp(new MemoryEventStore(), { version: '1.2.3', answers });
  document = (await app.inject({ url: '/openapi.json' })).json<Document>();
});
afterAll(() => app.close());

const operations = () =>
  Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ path, method, ...operation })),
  );
const operation = (path: string, method: string) => document.paths[path]![method]!;
const named = ({ parameters }: Operation) => parameters.map((each) => `${each.in} ${each.name}`);

it('is OpenAPI 3.1 of every route', () => {
  expect(document).toMatchObject({ openapi: '3.1.0', info: { title: 'Annals', version: '1.2.3' } });
  expect(operations().map(({ method, path }) => `${method} ${path}`)).toEqual([
    'post /v1/parcels',
    'get /v1/parcels',
    'post /v1/parcels/{parcelId}/send',
    'post /v1/parcels/{parcelId}/lose',
    'get /v1/parcels/{parcelId}',
    'post /v1/commands',
  ]);
});

it('refers to nothing that is not there', () => {
  const refs = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path]) => path!.split('/'));
  const at = (path: readonly string[]) =>
    path.reduce<unknown>((node, key) => (node as Record<string, unknown>)?.[key], document);
  expect(refs.filter((path) => at(path) === undefined)).toEqual([]);
  expect(refs.length).toBeGreaterThan(50);
});

it('names each operation once, says what it does, and declares what its path names', () => {
  const ids = operations().map(({ operationId }) => operationId);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { path, summary, parameters, ...operation } of operations()) {
    const declared = parameters.filter((each) => each.in === 'path' && each.required).map(({ name }) => `{${name}}`);
    expect(path.match(/\{\w+\}/g) ?? []).toEqual(declared);
    expect(summary).not.toBe('');
    expect(operation['x-summary-zh']).toMatch(/[\u4e00-\u9fff]/);
  }
});

it('describes a command by what its class allows, without what the server sets', () => {
  expect(document.components.schemas['PackParcel']).toEqual({
    type: 'object',
    properties: {
      parcelId: { type: ['string', 'null'], format: 'uuid', pattern: expect.any(String) as string },
      customerId: { type: 'string', maxLength: 20 },
      to: { oneOf: [{ $ref: '#/components/schemas/To' }, { type: 'null' }] },
      content: {
        oneOf: [expect.objectContaining({ additionalProperties: expect.anything() as object }), { type: 'null' }],
      },
      occurredAt: expect.objectContaining({
        ...{ type: ['string', 'null'], maxLength: 40, pattern: expect.stringMatching(/^\^.*\$$/) as string },
        ...{ title: 'Occurred at', 'x-title-zh': '发生时间', examples: ['2026-01-05T09:00:00Z'] },
      }) as object,
      reason: expect.objectContaining({ type: ['string', 'null'], minLength: 1, maxLength: 200 }) as object,
      expectedRevision: expect.objectContaining({ type: ['integer', 'null'], deprecated: true }) as object,
    },
    required: ['customerId'],
    additionalProperties: false,
  });
  expect(document.components.schemas['To']).toEqual({
    type: 'object',
    properties: {
      city: { type: 'string', minLength: 1 },
      lines: { type: 'array', maxItems: 3, items: { type: 'string', maxLength: 20 } },
    },
    required: ['city', 'lines'],
  });
});

it('describes the commands of a bulk request by their type, with what paths and headers say of single ones', () => {
  const { properties, required } = document.components.schemas['SendParcelCommand']!;
  expect(document.components.schemas['BulkRequest']!.properties['commands']).toMatchObject({
    items: { discriminator: { mapping: { SendParcel: '#/components/schemas/SendParcelCommand' } } },
  });
  expect(required).toEqual(['type', 'parcelId', 'kilos']);
  expect(properties).toMatchObject({ type: { const: 'SendParcel' }, expectedRevision: {}, commandId: {} });
  expect(document.components.schemas['PackParcelCommand']!.required).toEqual(['type', 'parcelId', 'customerId']);
});

it('leaves out of a body what the path says', () => {
  const { properties, required } = document.components.schemas['SendParcel']!;
  expect([Object.keys(properties), required]).toEqual([
    expect.not.arrayContaining(['parcelId']) as string[],
    ['kilos'],
  ]);
  expect(operation('/v1/parcels/{parcelId}/lose', 'post').requestBody.required).toBe(false);
});

it('describes the headers of commands and reads', () => {
  const create = named(operation('/v1/parcels', 'post'));
  const send = named(operation('/v1/parcels/{parcelId}/send', 'post'));
  const list = named(operation('/v1/parcels', 'get'));
  expect(create).toEqual(['header Idempotency-Key', 'header X-Correlation-Id']);
  expect(send).toEqual(['path parcelId', 'header Idempotency-Key', 'header X-Correlation-Id', 'header If-Match']);
  expect(list).toEqual(['query limit', 'header Consistency-Token', 'query consistencyToken']);
});

it('describes receipts, problems, and who needs a token', () => {
  const { responses, security } = operation('/v1/parcels', 'post');
  const receipt = { 'application/json': { schema: { $ref: '#/components/schemas/ReceiptAnswer' } } };
  expect(responses['201']).toMatchObject({ headers: { Location: {}, ETag: {} }, content: receipt });
  const problems = ['400', '401', '403', '404', '409', '412', '415', '422', '429', '503', 'default'];
  expect(Object.keys(responses)).toEqual(['201', ...problems]);
  expect(security).toEqual([{ bearer: [] }, { key: [] }, { cookie: [] }]);
  expect(operation('/v1/parcels/{parcelId}', 'get').security).toEqual([]);
});

import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { readFileSync } from 'node:fs';
import { root } from './stage.js';

type Example = { readonly $ref?: string; readonly value?: unknown };
type Content = Readonly<
  Record<string, { readonly schema: Schema; readonly examples?: Readonly<Record<string, Example>> }>
>;
type Response = { readonly $ref?: string; readonly headers?: object; readonly content?: Content };
type Parameter = { readonly name: string; readonly in: string; readonly explode?: boolean };
type Operation = {
  readonly operationId: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, Response>>;
};
type Schema = {
  readonly type?: string | readonly string[];
  readonly $ref?: string;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly maxProperties?: number;
  readonly items?: Schema;
  readonly maxItems?: number;
};
type Document = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly examples: Readonly<Record<string, Example>>;
    readonly responses: Readonly<Record<string, Response>>;
    readonly schemas: Readonly<Record<string, Schema & { readonly examples?: readonly object[] }>>;
  };
};

export const document = JSON.parse(readFileSync(`${root}/contracts/openapi.json`, 'utf8')) as Document;

/** Every operation of the committed document. */
export const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
);

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
ajv.addSchema({ $id: 'openapi', ...document });

const compiled = new Map<string, ValidateFunction>();

const validatorAt = (pointer: string): ValidateFunction => {
  const known = compiled.get(pointer) ?? ajv.compile({ $ref: `openapi#${pointer}` });
  compiled.set(pointer, known);
  return known;
};

const escaped = (key: string) => key.replaceAll('~', '~0').replaceAll('/', '~1');
const pointer = (...keys: readonly string[]) => keys.map((key) => `/${escaped(key)}`).join('');

const errorsAt = (place: string, value: unknown): readonly string[] => {
  const validate = validatorAt(place);
  return validate(value) ? [] : validate.errors!.map(({ instancePath, message }) => `${instancePath} ${message}`);
};

const JSON_TYPE = 'application/json';

/** The operation that answers a request; of several, the one with fewer parameters in its path. */
const operationOf = (method: string, url: string) => {
  const [path = ''] = url.split('?');
  const matching = operations.filter(
    (each) => each.method === method && new RegExp(`^${each.path.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path),
  );
  return matching.toSorted((one, other) => one.path.split('{').length - other.path.split('{').length)[0];
};

/** Errors of an independent validator in the body of a request. */
export const requestMisfits = (method: string, url: string, body: unknown): readonly string[] => {
  const found = operationOf(method, url);
  if (!found?.operation.requestBody) return [];
  const keys = ['paths', found.path, method.toLowerCase(), 'requestBody', 'content', JSON_TYPE, 'schema'];
  return errorsAt(pointer(...keys), body).map((error) => `${method} ${url} body${error}`);
};

/** Errors of an independent validator in the body of a problem. */
export const problemMisfits = (body: unknown): readonly string[] => errorsAt('/components/schemas/Problem', body);

export type Answer = { readonly status: number; readonly body: unknown };

/** The same in an answer: a status that is not described, or a body that does not fit the schema of its status. */
export const answerMisfits = (method: string, url: string, { status, body }: Answer): readonly string[] => {
  const found = operationOf(method, url);
  if (!found) return [];
  const { responses } = found.operation;
  const code = `${status}` in responses ? `${status}` : 'default';
  const { $ref, content = {} } = responses[code]!;
  const place = $ref ? $ref.slice(1) : pointer('paths', found.path, method.toLowerCase(), 'responses', code);
  const types = Object.keys($ref ? document.components.responses[$ref.split('/').at(-1)!]!.content! : content);
  const type = types.find((each) => each.endsWith('json'));
  if (type === undefined || typeof body !== 'object') return [];
  const errors = errorsAt(`${place}${pointer('content', type, 'schema')}`, body);
  return errors.map((error) => `${method} ${url} ${status} ${error}`);
};

/** The fields and entries of the largest value that a schema allows, with those inside of others; Infinity without a limit. */
export const mostValuesOf = (schema: Schema): number => {
  const { $ref, anyOf = [], oneOf = [], properties = {}, additionalProperties: more, items } = schema;
  if ($ref) return mostValuesOf(document.components.schemas[$ref.split('/').at(-1)!]!);
  const choices = Math.max(0, ...[...anyOf, ...oneOf].map(mostValuesOf));
  const fields = Object.values(properties).reduce((sum, each) => sum + 1 + mostValuesOf(each), 0);
  const others = typeof more === 'object' ? times(schema.maxProperties, 1 + mostValuesOf(more)) : 0;
  return Math.max(choices, fields + others, items ? times(schema.maxItems, 1 + mostValuesOf(items)) : 0);
};

const times = (most = Infinity, each: number) => most * each;

import { isReported } from '@annals/event-sourcing';
import { annalsCatalogue, configurationOf } from '@annals/composition';
import { document, operations } from './described.js';

const named =
  (name: string) =>
  ({ name: isNamed }: { readonly name: string }) =>
    isNamed === name;

/** The reads of single records that a command can be conditional on. */
const records = operations.filter(({ method, path }) => {
  const below = operations.filter((each) => each.method === 'POST' && each.path.startsWith(`${path}/`));
  const isChanged = below.some(({ operation }) => operation.parameters?.some(named('If-Match')));
  return method === 'GET' && path.endsWith('}') && isChanged;
});

it.each(records)('says at $path which revision was read, and takes it for known', ({ operation }) => {
  const { parameters, responses } = operation;
  expect(parameters!.some(named('If-None-Match'))).toBe(true);
  for (const status of ['200', '304']) expect(responses[status]!.headers).toHaveProperty('ETag');
  const answer = responses['200']!.content!['application/json']!.schema.$ref!.split('/').at(-1)!;
  expect(document.components.schemas[answer]!.properties).toHaveProperty('revision');
});

it('has records of all kinds that can be read alone', () => {
  const ids = [
    'attachment',
    'caller',
    'complaint',
    'customer',
    'deal',
    'department',
    'form',
    'invoice',
    'lead',
    'offer',
    'order',
    'position',
    'product',
    'quote',
    'region',
    'rule',
    'task',
    'team',
  ];
  expect(records.map(({ path }) => path.split('/').at(-1)).toSorted()).toEqual(
    [...ids, 'user'].map((name) => `{${name}Id}`),
  );
});

it('has each dimension of a report as a parameter that is repeated for several values', () => {
  const { views } = annalsCatalogue(configurationOf({}));
  const dimensions = new Set(views.filter(isReported).flatMap(({ report }) => report.dimensions));
  dimensions.delete('by'); // the parameter that groups has this name
  expect(dimensions.size).toBeGreaterThan(20);
  for (const { path, operation } of operations.filter((each) => each.path.startsWith('/v1/reports/{name}'))) {
    const repeated = operation.parameters!.filter(({ explode }) => explode);
    expect([path, ...repeated.map(({ name }) => name)]).toEqual(expect.arrayContaining([...dimensions]));
  }
});

type Schema = (typeof document.components.schemas)[string];

/** The types of a schema but `null`, those of its choices, too; a reference is taken for an object. */
const kindsOf = ({ $ref, type = [], anyOf = [], oneOf = [] }: Schema): readonly string[] => {
  const own = $ref === undefined ? [type].flat() : ['object'];
  return [...own, ...[...anyOf, ...oneOf].flatMap(kindsOf)].filter((kind) => kind !== 'null');
};

/** What may be a value of any scalar type, or an amount as a decimal or a number. */
const SCALARS = ['string,number', 'string,number,boolean'].map((kinds) => kinds.split(',').toSorted().join());

const mixedIn = (schema: object, place: string): readonly string[] => {
  const kinds = new Set(kindsOf(schema));
  const inside = Object.entries(schema as Readonly<Record<string, unknown>>).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null && key !== 'examples' ? mixedIn(value, `${place}/${key}`) : [],
  );
  return kinds.size > 1 && !SCALARS.includes([...kinds].toSorted().join()) ? [place, ...inside] : inside;
};

it('has no value of two types, but for scalars of any type and what may be anything', () => {
  const { AnyValue: _, ...schemas } = document.components.schemas;
  expect(mixedIn(schemas, '')).toEqual([]);
});

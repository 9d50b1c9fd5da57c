import { publisherOf } from '@annals/contracts-published';
import type { RecordedEvent } from '@annals/event-sourcing';
import { recorded } from '@annals/testing';
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { publications } from './index.js';

const leaving = publications.map(({ event }) => event);
const { publish: published } = publisherOf(publications);

type Schema = {
  readonly type?: string;
  readonly pattern?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly properties?: Record<string, Schema>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
};

const pathsOf = ({ properties = {}, items, anyOf = [] }: Schema, path: string): string[] => [
  path,
  ...Object.entries(properties).flatMap(([name, field]) => pathsOf(field, path ? `${path}.${name}` : name)),
  ...(items ? pathsOf(items, `${path}[]`) : []),
  ...anyOf.flatMap((option) => pathsOf(option, path)),
];

const textsOf = ({ type, pattern, format, enum: values, ...within }: Schema, path: string): string[] => {
  const { properties = {}, items, anyOf = [] } = within;
  if (type === 'string') return (pattern ?? format ?? values) ? [] : [path];
  return [
    ...Object.entries(properties).flatMap(([name, field]) => textsOf(field, path ? `${path}.${name}` : name)),
    ...(items ? textsOf(items, `${path}[]`) : []),
    ...anyOf.flatMap((option) => textsOf(option, path)),
  ];
};

/** Changed values of fields that tell nothing of a person. */
const filtered = ['CustomerDataChanged', 'DataChangeTookEffect'].flatMap((type) => [
  `${type} changes[].before`,
  `${type} changes[].after`,
]);

it('keeps personal fields inside', () => {
  const personal = publications.flatMap(({ event, schema }) => {
    const paths = pathsOf(schema.toJSONSchema() as Schema, '');
    return event.personalFields.filter(({ path }) => paths.includes(path)).map(({ path }) => `${event.type} ${path}`);
  });
  expect(personal.toSorted()).toEqual(filtered.toSorted());
});

/** Words of the company's own that are no sentences: names of products and places, classes, codes. */
const WORDS = [
  ...['field', 'code', 'organisationCode', 'businessLicence', 'industry', 'department', 'region', 'country'],
  ...[
    'province',
    'climate',
    'ownership',
    'contract',
    'services[]',
    'paymentMethod',
    'product',
    'category',
    'language',
    'timeZone',
  ],
];

it('lets no text leave that people enter freely', () => {
  const texts = publications.flatMap(({ schema }) => textsOf(schema.toJSONSchema() as Schema, ''));
  const names = texts.map((path) => path.split('.').at(-1)!);
  expect([...new Set(names)].toSorted()).toEqual(WORDS.toSorted());
});

it('keeps the names of employees inside', () => {
  const named = /(owner|previous|assignee|contactedBy)(\[\])?\.name$/;
  expect(
    publications
      .flatMap(({ schema }) => pathsOf(schema.toJSONSchema() as Schema, ''))
      .filter((path) => named.test(path)),
  ).toEqual([]);
});

const sampleFiles = globSync(`${import.meta.dirname}/../../../contracts/*/samples/*.json`);
const samples: readonly RecordedEvent[] = sampleFiles.map((file) => {
  const [type = '', version = ''] = basename(file, '.json').split('.v');
  const data = JSON.parse(readFileSync(file, 'utf8')) as object;
  return recorded([{ type, schemaVersion: Number(version), data }])[0]!;
});

it.each(leaving.map(({ type }) => type))('shapes %s, whatever version it was written in', (type) => {
  const versions = samples.filter((sample) => sample.type === type);
  expect(versions.length).toBeGreaterThan(0);
  for (const sample of versions)
    expect(published(sample)).toMatchObject({ type: expect.stringMatching(`^annals\\.${type}\\.v[12]$`) as string });
});

describe('a change of data', () => {
  const change = (field: string) => {
    const data = {
      customerId: 'u-1',
      changes: [{ field, before: 'old', after: 'new' }],
      reason: null,
      source: null,
      effectiveDate: '2026-01-05',
    };
    const [event] = recorded([{ type: 'CustomerDataChanged', schemaVersion: 1, data }]);
    return (published(event!)?.data as { changes: object[] }).changes;
  };

  it.each(['region', 'geographic.country', 'value.loyalty'])('shows the values of %s', (field) =>
    expect(change(field)).toEqual([{ field, before: 'old', after: 'new' }]),
  );
  it.each(['name', 'addresses', 'geographic.city', 'attributes.meterType', 'geographic', 'nickname'])(
    'says that %s has changed, and no more',
    (field) => expect(change(field)).toEqual([{ field }]),
  );
});

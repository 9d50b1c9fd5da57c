import { publisherOf } from '@annals/contracts-published';
import type { RecordedEvent } from '@annals/event-sourcing';
import { publicationLaws } from '@annals/laws';
import { recorded } from '@annals/testing';
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { publications } from './index.js';

const leaving = publications.map(({ event }) => event);
const { publish: published } = publisherOf(publications);

/** Changed values of fields that tell nothing of a person. */
const filtered = ['CustomerDataChanged', 'DataChangeTookEffect'].flatMap((type) => [
  `${type} changes[].before`,
  `${type} changes[].after`,
]);

const words = [
  ...['field', 'code', 'organisationCode', 'businessLicence', 'industry', 'department', 'region', 'country'],
  ...['province', 'climate', 'ownership', 'contract', 'services[]', 'paymentMethod', 'product', 'category'],
  ...['language', 'timeZone', 'taken[]', 'returned[]', 'kept[]', 'mediaType'],
  ...['taxRegion', 'number'],
];

publicationLaws(publications, { filtered, words });

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
    expect(published(sample)).toMatchObject({ type: expect.stringMatching(`^annals\\.${type}\\.v[123]$`) as string });
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

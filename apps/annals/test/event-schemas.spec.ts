import { contracts } from '@annals/composition';
import type { Event, RecordedEvent } from '@annals/event-sourcing';
import { SqliteEventStore } from '@annals/store-sqlite';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { envelopeMisfits, inspected, misfits, schemas } from './event-schemas.js';
import { unpackBackup, versions } from './fixtures/record.js';
import { root } from './stage.js';

const folder = mkdtempSync(join(tmpdir(), 'annals-schemas-'));
afterAll(() => rmSync(folder, { recursive: true }));

const samples = globSync('contracts/*/samples/*.json', { cwd: root });
const sampleIn = (file: string): Event => {
  const [type = '', version] = basename(file, '.json').split('.v');
  return { type, schemaVersion: Number(version), data: JSON.parse(readFileSync(join(root, file), 'utf8')) as object };
};

it('are as many as there are versions of events', () => {
  expect(schemas.size).toBe(contracts.reduce((sum, { version }) => sum + version, 0));
});

it('have unique ids, which no published schema has', () => {
  const ids = [...schemas.values()].map(({ $id }) => $id);
  expect(new Set(ids).size).toBe(ids.length);
  const published = readFileSync(join(root, 'contracts/asyncapi.json'), 'utf8');
  expect(ids.filter((id) => published.includes(`"${id}"`))).toEqual([]);
});

it.each(samples)('fit %s', (file) => expect(misfits(sampleIn(file))).toEqual([]));

it('refuse missing and undeclared fields', () => {
  const { type, schemaVersion, data } = sampleIn('contracts/complaints/samples/ComplaintResolved.v1.json');
  const { complaintId: _, ...rest } = data as { readonly complaintId: string };
  expect(misfits({ type, schemaVersion, data: { ...rest, verdict: 'good' } })).toEqual([
    expect.stringMatching(/^ComplaintResolved.v1 must have required property 'complaintId'/),
    expect.stringMatching(/^ComplaintResolved.v1 must NOT have additional properties/),
  ]);
});

it('refuse an envelope without a field, and data of another event', async () => {
  const backup = join(folder, 'envelope');
  unpackBackup(versions[0]!, backup);
  const { events } = await inspected(new SqliteEventStore({ file: join(backup, 'data/events.db') }));
  const { actor: _, ...anonymous } = events[0]!;
  expect(envelopeMisfits(anonymous as RecordedEvent)).toEqual([expect.stringMatching(/required property 'actor'/)]);
  expect(envelopeMisfits({ ...events[0]!, data: {} })).not.toEqual([]);
  expect(envelopeMisfits({ ...events[0]!, type: 'CustomerForgotten' })).not.toEqual([]);
});

it.each(versions)('fit every event that version %s has stored', async (version) => {
  const backup = join(folder, version);
  unpackBackup(version, backup);
  const { events, wrong } = await inspected(new SqliteEventStore({ file: join(backup, 'data/events.db') }));
  expect(events.length).toBeGreaterThan(100);
  expect(wrong).toEqual([]);
});

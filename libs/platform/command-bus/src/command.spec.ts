import { validateSync } from 'class-validator';
import { z } from 'zod';
import { command, Fits, fittedSchemasOf } from './index.js';

const wheel = z.object({ size: z.number().min(10), spokes: z.array(z.string()) });

class BuildBicycle extends command('BuildBicycle') {
  @Fits(wheel) readonly front!: unknown;
  @Fits(z.string().optional()) readonly colour?: unknown;
}

const bicycle = (fields: object) => Object.assign(new BuildBicycle(), { front: { size: 20, spokes: [] } }, fields);
const brokenBy = (fields: object) => validateSync(bicycle(fields)).map(({ property }) => property);
const fromNow = (ms: number) => new Date(Date.now() + ms).toISOString();

it('has its type, and needs nothing but its own fields', () => {
  expect(brokenBy({})).toEqual([]);
  expect(bicycle({}).type).toBe('BuildBicycle');
});

it.each([
  '2026-01-05T09:00:00Z',
  '2026-01-05T09:00:00.123+01:00',
  '2026-01-05T09:00:00+0100',
  '2024-02-29',
  fromNow(500),
])('may have happened at %s', (occurredAt) => {
  expect(brokenBy({ occurredAt })).toEqual([]);
});

it.each([
  ['a time without its offset', '2026-01-05T09:00:00'],
  ['a day that there is not', '2026-02-29'],
  ['the future', fromNow(60_000)],
  ['a year', '2026'],
  ['a number', 1_767_603_600_000],
  ['another form', '05.01.2026'],
])('cannot have happened at %s', (_, occurredAt) => {
  expect(brokenBy({ occurredAt })).toEqual(['occurredAt']);
});

it.each<[string, object]>([
  ['another type', { type: 'BuildTricycle' }],
  ['an empty reason', { reason: '' }],
  ['a reason that is a story', { reason: 'x'.repeat(201) }],
  ['a revision before the first', { expectedRevision: -2 }],
  ['half a revision', { expectedRevision: 0.5 }],
  ['a revision that is null', { expectedRevision: null }],
  ['a reason that is null', { reason: null }],
  ['a time that is null', { occurredAt: null }],
])('refuses %s', (_, fields) => {
  expect(brokenBy(fields)).toEqual(Object.keys(fields));
});

it('fits the schemas that its fields name, and says where it does not', () => {
  const [error] = validateSync(bicycle({ front: { size: 20, spokes: ['a', 7] } }));
  expect(error?.constraints?.['fits']).toMatch(/^front\.spokes\.1: .*string/);
});

it('tells the schemas of its fields, and of those that it inherits', () => {
  class BuildTandem extends BuildBicycle {
    @Fits(z.number()) readonly seats!: unknown;
  }
  expect([...fittedSchemasOf(BuildTandem).keys()]).toEqual(['front', 'colour', 'seats']);
  expect([...fittedSchemasOf(BuildBicycle).keys()]).toEqual(['front', 'colour']);
});

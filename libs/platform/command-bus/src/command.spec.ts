import { validateSync } from 'class-validator';
import { z } from 'zod';
import { commandFrom, type Malformed } from './forms.js';
import { command } from './index.js';
import type { Origin } from '@annals/event-sourcing';

const wheel = z.object({ size: z.number().min(10), spokes: z.array(z.string()) });

class BuildBicycle extends command(
  'BuildBicycle',
  { front: wheel, colour: z.string().trim().optional() },
  { post: 'bicycles', summary: { en: 'Build a bicycle', zh: '制造自行车' }, needs: 'bicycles.write', about: null },
) {}

const origin: Origin = {
  ...{ commandId: '1', correlationId: '1', causationId: '1' },
  ...{ actor: 'test', source: 'test', occurredAt: '2026-01-05T09:00:00.000Z' },
};
const front = { size: 20, spokes: [] };
const errorsOf = (fields: object) => {
  try {
    commandFrom({ front, ...fields }, BuildBicycle, origin);
    return [];
  } catch (error) {
    return (error as Malformed).errors;
  }
};
const brokenBy = (fields: object) => errorsOf(fields).map(({ field }) => field);
const fromNow = (ms: number) => new Date(Date.now() + ms).toISOString();

it('is an instance of its class, with what the schemas make of what came in', () => {
  const command = commandFrom({ front, colour: ' red ' }, BuildBicycle, origin);
  expect(command).toBeInstanceOf(BuildBicycle);
  expect(command).toEqual({ type: 'BuildBicycle', origin, front, colour: 'red' });
});

class LabelBicycle extends command(
  'LabelBicycle',
  { attributes: z.record(z.string(), z.string()) },
  { post: 'bicycles/label', summary: { en: 'Label', zh: '标注' }, needs: 'bicycles.write', about: null },
) {}

it('keeps members that are called as members of every object are', () => {
  const attributes = { constructor: 'x', architect: 'y', toString: 'z', hasOwnProperty: 'w' };
  expect(commandFrom({ attributes }, LabelBicycle, origin)).toHaveProperty('attributes', attributes);
});

it('refuses half of a surrogate pair, wherever it comes from', () =>
  expect(errorsOf({ front: { size: 20, spokes: ['ok', 'A\ud800B'] } })).toMatchObject([
    { field: 'front.spokes.1', rule: 'isWellFormed' },
  ]));

it('may come with its type', () => expect(errorsOf({ type: 'BuildBicycle' })).toEqual([]));

it('is known to class-validator as if each field had its decorators', () => {
  const [error, ...others] = validateSync(new BuildBicycle({ front: { size: 1, spokes: [] } }, origin));
  expect(error).toMatchObject({
    property: 'front',
    constraints: { fits: expect.stringContaining('front.size: ') as string },
  });
  expect(others).toEqual([]);
});

it('has the origin that the server gives, whatever a caller sends', () =>
  expect(commandFrom({ front, origin: { actor: 'ceo' } }, BuildBicycle, origin)).toMatchObject({ origin }));

it.each(['constructor', '__proto__', 'window'])('refuses a member called %s', (name) => {
  const input = JSON.parse(`{ "${name}": {} }`) as object;
  expect(errorsOf(input)).toMatchObject([{ field: name, rule: 'unknownField' }]);
});

it('fills in what the caller leaves out, and leaves alone what he or she says', () => {
  class Sign extends command(
    'Sign',
    { by: z.string() },
    {
      ...{ post: 'sign', summary: { en: 'Sign', zh: '签名' }, needs: 'sign', about: null },
      fills: { by: ({ actor }) => actor },
    },
  ) {}
  expect(commandFrom({}, Sign, origin)).toMatchObject({ by: 'test' });
  expect(commandFrom({ by: 'ann' }, Sign, origin)).toMatchObject({ by: 'ann' });
});

it('sets what callers cannot say otherwise, unless it has no value for that', () => {
  class Approve extends command(
    'Approve',
    { by: z.string().optional() },
    {
      ...{ post: 'approve', summary: { en: 'Approve', zh: '批准' }, needs: 'approve', about: null },
      sets: { by: ({ actor }) => (actor === 'import' ? undefined : actor) },
    },
  ) {}
  expect(commandFrom({}, Approve, origin)).toMatchObject({ by: 'test' });
  expect(() => commandFrom({ by: 'ann' }, Approve, origin)).toThrow('by');
  expect(commandFrom({ by: 'ann' }, Approve, { ...origin, actor: 'import' })).toMatchObject({ by: 'ann' });
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
])('refuses %s', (_, fields) => {
  expect(brokenBy(fields)).toEqual(Object.keys(fields));
});

it('says of every field what does not fit', () =>
  expect(errorsOf({ front: { size: 20, spokes: ['a', 7] }, colour: 1 })).toMatchObject([
    { field: 'front.spokes.1', rule: 'invalid_type' },
    { field: 'colour', rule: 'invalid_type' },
  ]));

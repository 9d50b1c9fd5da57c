import { expected } from '@annals/contracts-values';
import fc from 'fast-check';
import { z } from 'zod';
import { fieldErrorsOf, MOST_ERRORS, unknownFields } from './field-errors.js';

const clock = z.string().regex(/^\d\d:\d\d$/, expected('a clock time such as 08:30', '时刻，例如 08:30'));

const schema = z.strictObject({
  name: z.string().min(1).max(5),
  kind: z.enum(['person', 'organisation']),
  age: z.int().min(0).max(150).optional(),
  opens: clock.nullish(),
  pets: z.array(z.strictObject({ species: z.string() })).optional(),
  value: z.union([z.string(), z.number()]).optional(),
  customer: z.union([z.strictObject({ id: z.string() }), z.strictObject({ code: z.string() })]).optional(),
  notes: z.record(z.string().regex(/^[a-z]+$/, expected('small letters', '小写字母')), z.boolean()).optional(),
});

const good = { name: 'Ann', kind: 'person' };

it.each<[object, string, string, string, string]>([
  [{ name: undefined }, 'name', 'missing', '`name` is missing. Send a text.', '缺少 `name`，请发送文本。'],
  [
    { kind: undefined },
    'kind',
    'missing',
    '`kind` is missing. Send one of `person`, `organisation`.',
    '缺少 `kind`，请发送 `person`、`organisation` 之一。',
  ],
  [
    { value: true },
    'value',
    'invalid_union',
    '`value` is not valid. Send a text or a number.',
    '`value` 无效，请发送文本或数字。',
  ],
  [
    { pets: [{}] },
    'pets.0.species',
    'missing',
    '`pets.0.species` is missing. Send a text.',
    '缺少 `pets.0.species`，请发送文本。',
  ],
  [
    { nmae: 'Ann' },
    'nmae',
    'unknownField',
    'There is no field `nmae`. Did you mean `name`?',
    '没有字段 `nmae`。是否应为 `name`？',
  ],
  [
    { pets: [{ species: 'cat', specie: 'cat' }] },
    'pets.0.specie',
    'unknownField',
    'There is no field `pets.0.specie`. Did you mean `pets.0.species`?',
    '没有字段 `pets.0.specie`。是否应为 `pets.0.species`？',
  ],
  [
    { colour: 'red' },
    'colour',
    'unknownField',
    'There is no field `colour`. Leave it out, or compare its name with the API description.',
    '没有字段 `colour`。请去掉该字段，或与接口说明核对名称。',
  ],
  [
    { customer: { code: 7 } },
    'customer.code',
    'invalid_type',
    '`customer.code` is not valid. Send a text.',
    '`customer.code` 无效，请发送文本。',
  ],
  [
    { notes: { 'A 1': true } },
    'notes.A 1',
    'invalid_key',
    'The name of `notes.A 1` is not valid. Choose small letters.',
    '`notes.A 1` 的名称无效，请改为小写字母。',
  ],
])('says of %j what is wrong and what to send', (wrong, field, rule, en, zh) => {
  expect(fieldErrorsOf(schema, { ...good, ...wrong }, [])).toEqual([{ field, rule, message: { en, zh } }]);
});

it('names fields by their whole path', () => {
  expect(fieldErrorsOf(clock, '8', ['quietHours', 'from'])).toMatchObject([{ field: 'quietHours.from' }]);
});

it('says nothing of what fits', () => expect(fieldErrorsOf(schema, good, [])).toEqual([]));

it('has a sentence in both languages for whatever does not fit', () =>
  fc.assert(
    fc.property(fc.object({ key: fc.constantFrom(...Object.keys(schema.shape), 'other') }), (value) => {
      for (const { field, message } of fieldErrorsOf(schema, value, [])) {
        expect(message.en).toContain(`\`${field}\``);
        expect(message.zh).toContain(`\`${field}\``);
        expect(message.en + message.zh).not.toMatch(/undefined|\[object/);
      }
    }),
  ));

it.each([
  ['entries', fieldErrorsOf(schema, { ...good, pets: Array.from({ length: 1_000 }, () => null) }, [])],
  [
    'unknown fields',
    unknownFields(
      [],
      Array.from({ length: 1_000 }, (_, index) => `f${index}`),
      ['name'],
    ),
  ],
])('reports at most a hundred of the wrong %s', (_, errors) => {
  expect(errors).toHaveLength(MOST_ERRORS);
});

it('names only the beginning of a long name', () => {
  const [error] = unknownFields(['pets'], ['x'.repeat(10_000)], ['name']);
  expect(error).toMatchObject({ field: `pets.${'x'.repeat(100)}…` });
  expect(error!.message.en.length).toBeLessThan(250);
});

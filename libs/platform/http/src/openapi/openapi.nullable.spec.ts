import { withNulls } from './openapi.nullable.js';

const text = { type: 'string' };
const orNull = { anyOf: [text, { type: 'null' }] };
const object = (properties: object, required: readonly string[] = []) => ({ type: 'object', properties, required });

it.each([
  ['what is required', object({ name: text }, ['name'])],
  ['what can be null already', object({ name: orNull, city: { type: ['string', 'null'] } })],
  ['any value', object({ content: {} })],
  ['what has no members', { type: 'object', additionalProperties: text }],
])('leaves %s', (_, schema) => expect(withNulls(schema)).toEqual(schema));

it('allows null for what may be left out, wherever it is', () =>
  expect(withNulls(object({ lines: { type: 'array', items: object({ note: text }) } }, ['lines']))).toEqual(
    object({ lines: { type: 'array', items: object({ note: orNull }) } }, ['lines']),
  ));

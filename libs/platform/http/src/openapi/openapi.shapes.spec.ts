import { shaped } from './openapi.shapes.js';

const anything = { anyOf: [{ $ref: '#/components/schemas/AnyValue' }, { type: 'null' }] };

it.each([
  ['an enum without a type', { enum: ['a', 'b'] }, { type: 'string', enum: ['a', 'b'] }],
  ['a number that has few values', { type: 'number', enum: [1, 2] }, { type: 'integer', enum: [1, 2] }],
  ['a constant', { const: true }, { type: 'boolean', const: true }],
  ['a whole number', { type: 'integer' }, { type: 'integer', format: 'int64' }],
  ['one or none', { type: ['integer', 'null'] }, { type: ['integer', 'null'], format: 'int64' }],
  [
    'a text that can be null',
    { title: 'City', anyOf: [{ type: 'string', maxLength: 9 }, { type: 'null' }] },
    { title: 'City', type: ['string', 'null'], maxLength: 9 },
  ],
  [
    'a text that has another title when it can be null',
    { title: 'Manager', anyOf: [{ type: 'string', title: 'User' }, { type: 'null' }] },
    { title: 'Manager', type: ['string', 'null'] },
  ],
  [
    'an object that can be null',
    { anyOf: [{ type: 'object' }, { type: 'null' }] },
    { oneOf: [{ type: 'object' }, { type: 'null' }] },
  ],
  [
    'an enum that can be null',
    { anyOf: [{ enum: ['a'] }, { type: 'null' }] },
    { oneOf: [{ type: 'string', enum: ['a'] }, { type: 'null' }] },
  ],
  [
    'texts of several formats',
    { type: 'string', anyOf: [{ format: 'date' }, { format: 'date-time' }] },
    { type: 'string' },
  ],
  ['a day', { type: 'string', format: 'date', pattern: '^.*$' }, { type: 'string', format: 'date' }],
  ['any value', { title: 'Before' }, { title: 'Before', ...anything }],
  ['any value or null', { anyOf: [{}, { type: 'null' }] }, anything],
  ['a map of any values', { type: 'object', additionalProperties: {} }, { type: 'object', additionalProperties: true }],
  ['the same twice', { anyOf: [{ $ref: '#/a' }, { $ref: '#/a' }] }, { $ref: '#/a' }],
  [
    'constraints of more than one type',
    {
      anyOf: [
        { type: 'string', minLength: 1 },
        { type: 'array', minItems: 1 },
      ],
    },
    {
      oneOf: [
        { type: 'string', minLength: 1 },
        { type: 'array', minItems: 1 },
      ],
    },
  ],
  [
    'what is inside',
    {
      type: 'object',
      properties: { enum: { enum: ['a'] } },
      additionalProperties: { enum: [1] },
      examples: [{ enum: [] }],
    },
    {
      type: 'object',
      properties: { enum: { type: 'string', enum: ['a'] } },
      additionalProperties: { type: 'integer', enum: [1] },
      examples: [{ enum: [] }],
    },
  ],
])('has one form for %s', (_, schema, expected) => expect(shaped(schema)).toEqual(expected));

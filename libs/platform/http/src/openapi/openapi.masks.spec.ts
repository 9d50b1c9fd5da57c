import { withMasks } from './openapi.masks.js';

const personal = { 'x-personal': { whose: 'customer', by: 'customerId' } };

it.each([
  ['a choice', { type: 'string', enum: ['a', 'b'] }, { type: 'string' }],
  [
    'a text with a format',
    { type: 'string', format: 'date', pattern: '^.*$', maxLength: 9 },
    { type: 'string', maxLength: 9 },
  ],
  ['a number', { type: 'integer', format: 'int64' }, { type: ['integer', 'null'], format: 'int64' }],
  ['a flag', { type: 'boolean' }, { type: ['boolean', 'null'] }],
  ['a group', { type: 'object', required: ['a'], maxProperties: 9 }, { type: 'object', maxProperties: 9 }],
  ['a list', { type: 'array', minItems: 1 }, { type: 'array' }],
  ['any value', { description: 'Any.' }, { description: 'Any.' }],
])('allows a mask in the place of %s that is personal', (_, schema, masked) => {
  const object = (name: object) => ({ type: 'object', properties: { name } });
  expect(withMasks(object({ ...schema, ...personal }))).toEqual(object({ ...masked, ...personal }));
  expect(withMasks(object(schema))).toEqual(object(schema));
});

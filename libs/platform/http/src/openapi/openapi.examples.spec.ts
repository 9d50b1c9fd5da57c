import { examplesFor } from './openapi.examples.js';

const text = { type: 'string' };
const refer = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const object = (properties: object, required = Object.keys(properties)) => ({ type: 'object', properties, required });

const exampleOf = (answer: object, others: Readonly<Record<string, object>> = {}) => {
  const paths = { '/v1/parcels': { $ref: '#/components/examples/Answer' } };
  return examplesFor(paths, { ...others, Answer: answer } as never)['Answer'];
};

it('takes the example of each field', () => {
  expect(exampleOf(object({ city: { ...text, examples: ['Wien'] } }))).toEqual({ value: { city: 'Wien' } });
});

it('takes that of a field of the same name in the most similar record, or of the last word of the name', () => {
  const others = {
    Product: object({ name: { ...text, examples: ['Chai'] }, price: text }),
    User: object({ name: { ...text, examples: ['Ann'] }, phone: text }),
  };
  const user = object({ name: text, phone: text, productName: text });
  expect(exampleOf(user, others)).toEqual({ value: { name: 'Ann', phone: 'text', productName: 'Ann' } });
});

it('takes only what fits the field', () => {
  const others = {
    One: object({ step: { ...text, examples: ['sent'] }, to: { type: 'integer', examples: [2] } }),
    Two: object({ step: { ...text, examples: ['lost'] }, to: { ...text, examples: ['Wien'] } }),
  };
  const answer = object({ step: { ...text, enum: ['packed', 'lost'] }, to: { ...text, maxLength: 4 } });
  expect(exampleOf(answer, others)).toEqual({ value: { step: 'lost', to: 'Wien' } });
  expect(
    exampleOf(object({ step: { ...text, enum: ['packed'] }, to: { ...text, pattern: '^[a-z]*$' } }), others),
  ).toEqual({
    value: { step: 'packed', to: 'text' },
  });
});

it('shows what may be left out if it has an example', () => {
  const answer = object({ city: { ...text, examples: ['Wien'] }, note: text, from: refer('Place') }, []);
  expect(exampleOf(answer, { Place: object({}) })).toEqual({ value: { city: 'Wien' } });
});

it('takes the first alternative that has a value, and leaves out a record inside of itself', () => {
  const parcel = object({
    inside: { type: 'array', items: refer('Parcel') },
    back: { oneOf: [refer('Parcel'), { type: 'null' }] },
  });
  const answer = { oneOf: [{ type: 'null' }, refer('Parcel')] };
  expect(exampleOf(answer, { Parcel: parcel })).toEqual({ value: { inside: [], back: null } });
});

it('unites the parts of a record', () => {
  const answer = { allOf: [refer('Envelope')], ...object({ type: { const: 'ParcelSent' } }) };
  const envelope = object({ at: { ...text, format: 'date-time' } });
  const others = {
    Envelope: envelope,
    Other: object({ since: { ...text, format: 'date-time', examples: ['2026-01-05T09:00:00Z'] } }),
  };
  expect(exampleOf(answer, others)).toEqual({ value: { at: '2026-01-05T09:00:00Z', type: 'ParcelSent' } });
});

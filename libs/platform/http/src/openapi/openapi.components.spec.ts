import type { JsonSchema } from './openapi.class-schema.js';
import { Components } from './openapi.components.js';

const named = (roots: Readonly<Record<string, JsonSchema>>) => {
  const parts = new Components();
  const collected = Object.entries(roots).map(([name, schema]) => [name, parts.collect(name, schema)]);
  return parts.named(Object.fromEntries(collected) as Readonly<Record<string, JsonSchema>>).schemas;
};

const object = (properties: Readonly<Record<string, JsonSchema>>) => ({ type: 'object', properties });
const colour = { type: 'string', enum: ['red', 'blue'] };
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

it('is named by its field, with the notes of the field beside the reference', () => {
  const car = object({ colour: { ...colour, description: 'Of the body.' } });
  expect(named({ Car: car })).toEqual({
    Car: object({ colour: { ...ref('Colour'), description: 'Of the body.' } }),
    Colour: { ...colour, description: 'Of the body.' },
  });
});

it('is one component wherever it is used, in whatever order and with whatever notes', () => {
  const labelled = { type: 'string', enum: ['blue', 'red'], 'x-labels': { red: { en: 'Red', zh: '红' } } };
  expect(named({ Car: object({ colour }), Bike: object({ paint: labelled }) })).toEqual({
    Car: object({ colour: ref('Paint') }),
    Bike: object({ paint: ref('Paint') }),
    Paint: labelled,
  });
});

it('is named by its title rather than by a field', () => {
  const titled = { ...colour, title: 'Kind of colour' };
  expect(Object.keys(named({ Car: object({ colour: titled }) }))).toEqual(['Car', 'KindOfColour']);
});

it('has the name of its owner before that of its field if fields of other shapes are called so', () => {
  const other = { type: 'string', enum: ['green'] };
  const roots = { Car: object({ colour }), Bike: object({ colour: other }) };
  expect(Object.keys(named(roots))).toEqual(['Car', 'Bike', 'CarColour', 'BikeColour']);
});

it('is named in the singular as a part of a list, and by all fields if an owner has two of the same name', () => {
  const wheels = (inside: JsonSchema) => ({ type: 'array', items: object({ of: inside }) });
  const roots = { Car: object({ wheels: wheels(colour), spare: object({ wheels: wheels({ type: 'string' }) }) }) };
  expect(Object.keys(named(roots)).toSorted()).toEqual(['Car', 'CarSpareWheelsOf', 'CarWheelsOf', 'Of', 'Spare']);
});

it('is the component that is equal to it', () => {
  expect(named({ Colour: colour, Car: object({ paint: colour }) })).toEqual({
    Colour: colour,
    Car: object({ paint: ref('Colour') }),
  });
});

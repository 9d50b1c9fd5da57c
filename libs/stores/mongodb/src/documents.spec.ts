import { keptOf, newest } from './documents.js';
import { Shape } from './shape.js';

const shape = new Shape({ name: 'goods-v1', fields: { price: 'one', terms: 'many' }, indexes: [] });
const write = (id: string, position: number, body: object | null = { id }) => ({ id, position, body, fields: {} });

describe('a document', () => {
  it('has a value of every declared field, and each of many values once', () => {
    const fields = { price: 2, terms: ['a', 'b', 'a'], other: 1 };
    expect(keptOf(shape, { ...write('x', 1), fields })).toEqual({
      _id: 'x',
      position: 1,
      body: '{"id":"x"}',
      fields: { price: 2n, terms: ['a', 'b'] },
    });
    expect(keptOf(shape, write('x', 1)).fields).toEqual({ price: null, terms: [] });
  });

  it('that is removed leaves its position', () => {
    expect(keptOf(shape, write('x', 3, null))).toEqual({ _id: 'x', position: 3 });
  });

  it('is written once, by the first of its newest writes', () => {
    const first = write('x', 2);
    expect(newest([write('x', 1), first, write('x', 2), write('y', 1)])).toEqual([first, write('y', 1)]);
    expect(newest([write('x', 1), first])[0]).toBe(first);
  });
});

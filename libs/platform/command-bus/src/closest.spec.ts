import fc from 'fast-check';
import { closestTo, distanceOf } from './closest.js';

const FIELDS = ['customerId', 'channel', 'category', 'severity', 'subject', 'text', 'product', 'dealId'];

it.each([
  ['sevrity', 'severity'],
  ['severty', 'severity'],
  ['severiyt', 'severity'],
  ['SEVERITY', 'severity'],
  ['custmerId', 'customerId'],
  ['customer_id', 'customerId'],
  ['prodcut', 'product'],
  ['colour', undefined],
  ['id', undefined],
  ['', undefined],
  ['x'.repeat(100_000), undefined],
])('takes %j for %s', (written, meant) => expect(closestTo(written, FIELDS)).toBe(meant));

const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });

it('counts one for each character that is put in, left out, replaced or swapped', () => {
  expect(distanceOf('kitten', 'sitting')).toBe(3);
  expect(distanceOf('nmae', 'name')).toBe(1);
  expect(distanceOf('', 'abc')).toBe(3);
});

it('is the same in both directions, nothing for the same text alone, and at most the longer length', () =>
  fc.assert(
    fc.property(text, text, (one, other) => {
      const distance = distanceOf(one, other);
      expect(distanceOf(other, one)).toBe(distance);
      expect(distance === 0).toBe(one === other);
      expect(distance).toBeLessThanOrEqual(Math.max(one.length, other.length));
      expect(distance).toBeGreaterThanOrEqual(Math.abs(one.length - other.length));
    }),
  ));

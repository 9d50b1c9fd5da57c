import fc from 'fast-check';
import { medianOf } from './median.js';

describe('the median of counted values', () => {
  it('is the middle of the values as they would be written out', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1 }), (values) => {
        const counted = [...Map.groupBy(values, (each) => each)].map(([value, all]) => [value, all.length] as const);
        const sorted = values.toSorted((one, other) => one - other);
        const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)]!, sorted[Math.floor(sorted.length / 2)]!];
        expect(medianOf(counted)).toBe((low + high) / 2);
      }),
    ));
  it('is null of none', () => expect([medianOf([]), medianOf([[3, 0]])]).toEqual([null, null]));
});

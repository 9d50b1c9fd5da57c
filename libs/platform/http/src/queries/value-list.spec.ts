import fc from 'fast-check';
import { listed, listIn } from './value-list.js';

// A backslash before a comma is how a comma within a value is written.
const value = fc.string().filter((text) => !text.includes('\\'));

it('reads every list back, whether its values are separated by commas or repeated', () =>
  fc.assert(
    fc.property(fc.array(value, { minLength: 1 }), (values) => {
      expect(listIn(values.map(listed).join(','))).toEqual(values);
      expect(listIn(values.map(listed))).toEqual(values);
    }),
  ));

it('mixes both ways', () => expect(listIn(['won,lost', 'open'])).toEqual(['won', 'lost', 'open']));

import fc from 'fast-check';
import { OwnEvents } from './own-events.js';

const type = fc.constantFrom('a', 'b', 'c');
const anyGroup = fc.record({ own: fc.boolean(), types: fc.array(type, { minLength: 1, maxLength: 4 }) });

it('never passes over an event of a wanted type, nor one of another connection', () =>
  fc.assert(
    fc.property(fc.array(anyGroup, { maxLength: 8 }), fc.subarray(['a', 'b']), fc.nat(30), (groups, wanted, after) => {
      const own = new OwnEvents();
      const log: { type: string; own: boolean }[] = [];
      for (const group of groups) {
        if (group.own) own.add(log.length, group.types);
        log.push(...group.types.map((each) => ({ type: each, own: group.own })));
      }
      const upto = own.without(wanted, after);
      expect(upto).toBeGreaterThanOrEqual(after);
      if (upto > after) expect(upto).toBeLessThanOrEqual(log.length);
      for (const event of log.slice(after, upto)) expect(event.own && !wanted.includes(event.type)).toBe(true);
    }),
  ));

it('passes over all other events of its own at once', () => {
  const own = new OwnEvents();
  own.add(4, ['a', 'b']);
  own.add(6, ['b']);
  expect([own.without(['c'], 4), own.without(['a'], 4), own.without(['a'], 5), own.without(['c'], 3)]).toEqual([
    7, 4, 7, 3,
  ]);
});

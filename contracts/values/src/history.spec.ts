import fc from 'fast-check';
import { History, latestOf, type Since } from './index.js';

type Facts = { readonly phone: string; readonly phonetic: string };

const at = (day: number) => `2026-01-${`${day}`.padStart(2, '0')}T00:00:00.000Z`;
const anyFacts = fc.array(
  fc.record({ field: fc.constantFrom('phone' as const, 'phonetic' as const), day: fc.integer({ min: 1, max: 9 }) }),
  { maxLength: 20 },
);

it('has of each field the fact that counts at a moment, and the next one', () =>
  fc.assert(
    fc.property(anyFacts, fc.integer({ min: 1, max: 9 }), (facts, day) => {
      const history = facts.reduce(
        (known, { field, day: on }, index) => known.with({ [field]: `${index}` }, at(on)),
        History.none<Facts>(),
      );
      const phones = facts
        .flatMap(({ field, day: on }, index) =>
          field === 'phone' ? [{ at: at(on), said: `${index}`, place: expect.any(String) as string }] : [],
        )
        .toSorted((one, other) => one.at.localeCompare(other.at));
      expect(history.last('phone')).toEqual(phones.at(-1));
      expect(history.last('phone', at(day))).toEqual(phones.findLast((fact) => fact.at <= at(day)));
      expect(history.at(at(day)).get('phone')).toEqual(history.last('phone', at(day)));
      expect(history.next('phone', at(day))).toEqual(phones.find((fact) => fact.at > at(day)));
      const last = facts.map(({ day: on }, index) => ({ at: at(on), said: `${index}` }));
      expect(history.lastOf(['phone', 'phonetic'])?.said).toEqual(
        last.toSorted((one, other) => one.at.localeCompare(other.at)).at(-1)?.said,
      );
    }),
  ));

it('keeps of each field the value that was said of the latest moment, in whatever order the values are learnt', () => {
  const told = (facts: readonly [day: number, said: object][]) =>
    facts.reduce<{ values: object; since: Since }>(
      ({ values, since }, [day, said]) => {
        const latest = latestOf(since, said, at(day));
        return { values: { ...values, ...latest.values }, since: latest.since };
      },
      { values: {}, since: {} },
    );
  const facts: [number, object][] = [
    [1, { a: 1, b: 1 }],
    [2, { b: 2 }],
    [3, { a: 3, c: 3 }],
  ];
  expect(told(facts)).toEqual({ values: { a: 3, b: 2, c: 3 }, since: { a: at(3), b: at(2), c: at(3) } });
  expect(told(facts.toReversed())).toEqual(told(facts));
});

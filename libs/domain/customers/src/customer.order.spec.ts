import type { ProfileChanges } from '@annals/contracts-customers';
import { until } from '@annals/event-sourcing';
import fc from 'fast-check';
import { assign, change, in2010, in2015, logAfter, pageOf, register, truthOf } from '../test/dated.js';

const PATHS = [
  'name',
  'phone',
  'region',
  'department',
  'geographic.city',
  'attributes.meter',
  'email',
  'code',
] as const;

/** Facts that differ in what they say and when they occurred. */
const anyFacts = fc
  .uniqueArray(fc.integer({ min: 0, max: 6000 }), { minLength: 1, maxLength: 12 })
  .chain((days) =>
    fc.tuple(
      ...days.map((day, index) => {
        const at = new Date(Date.UTC(2009, 0, 1 + day, 10)).toISOString();
        const earlier = new Date(Date.UTC(2009, 0, day - 40)).toISOString().slice(0, 10);
        return fc
          .oneof(
            {
              weight: 4,
              arbitrary: fc.tuple(fc.uniqueArray(fc.constantFrom(...PATHS), { minLength: 1 }), fc.boolean()),
            },
            { weight: 1, arbitrary: fc.constant(null) },
          )
          .map((said) => {
            if (said === null) return assign(at, `e-${index}`);
            const [paths, isBackdated] = said;
            const values = paths.map((path) => [path, path === 'email' ? `m${index}@example.com` : `v${index}`]);
            return change(at, Object.fromEntries(values) as ProfileChanges, isBackdated ? earlier : undefined);
          });
      }),
    ),
  )
  .chain((facts) => fc.tuple(fc.constant(facts), fc.shuffledSubarray(facts, { minLength: facts.length })));

describe('facts of a customer', () => {
  const began = fc.constantFrom(in2010, in2015, '2026-01-01T00:00:00.000Z');
  const profile = { phone: '0', geographic: { country: 'CN', city: 'Wuhan' }, region: 'north' };

  it('give the same truth in whatever order they are recorded', () =>
    fc.assert(
      fc.property(began, anyFacts, (registeredAt, [facts, shuffled]) => {
        const first = register(registeredAt, profile);
        expect(truthOf(logAfter(first, ...shuffled))).toEqual(truthOf(logAfter(first, ...facts)));
      }),
      { numRuns: 50 },
    ));

  it('are the same now by when they occurred and by when they were recorded', () =>
    fc.assert(
      fc.property(began, anyFacts, (registeredAt, [facts]) => {
        const log = logAfter(register(registeredAt, profile), ...facts);
        const { changes: _, ...now } = pageOf(log);
        expect(pageOf(until(log, { occurredAt: new Date('2030-01-01') }))).toMatchObject(now);
      }),
      { numRuns: 50 },
    ));
});

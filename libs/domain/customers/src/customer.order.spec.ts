import type { ProfileChanges } from '@annals/contracts-customers';
import { until } from '@annals/event-sourcing';
import fc from 'fast-check';
import { assign, change, consent, in2010, in2015, logAfter, pageOf, preferring } from '../test/dated.js';
import { register, truthOf, withdraw, type Dated } from '../test/dated.js';

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

const DAY = 86_400_000; // ms

/** A fact of its own time and content. */
const anyFactAt = (time: number, index: number): fc.Arbitrary<Dated> => {
  const at = new Date(time).toISOString();
  const before = new Date(time - 40 * DAY).toISOString().slice(0, 10);
  const channel = fc.constantFrom('email' as const, 'sms' as const);
  const changing = fc.tuple(fc.uniqueArray(fc.constantFrom(...PATHS), { minLength: 1 }), fc.boolean());
  return fc.oneof(
    {
      weight: 4,
      arbitrary: changing.map(([paths, isBackdated]) => {
        const values = paths.map((path) => [path, path === 'email' ? `m${index}@example.com` : `v${index}`]);
        return change(at, Object.fromEntries(values) as ProfileChanges, isBackdated ? before : undefined);
      }),
    },
    fc.constantFrom(assign(at, 'e-1'), assign(at, 'e-2')),
    fc.constantFrom(preferring(at, 'en'), preferring(at, 'zh')),
    channel.map((each) => consent(at, each)),
    channel.map((each) => withdraw(at, each)),
  );
};

/** Facts, and the same in another order. */
const anyFacts = fc
  .uniqueArray(fc.integer({ min: 0, max: 6000 }), { minLength: 1, maxLength: 12 })
  .chain((days) => fc.tuple(...days.map((day, index) => anyFactAt(Date.UTC(2009, 0, 1, 10) + day * DAY, index))))
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

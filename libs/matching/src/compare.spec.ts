import fc from 'fast-check';
import { PAIRS, type Pair } from '../test/pairs.js';
import { compare, EVIDENCE, keysOf, traitsOf, type Described, type Traits } from './index.js';

const THRESHOLDS = { probable: 0.5, same: 0.9 };

const traits = (file: Described) => traitsOf(file, 'CN');
const both = ({ files: [one, other] }: Pair): readonly [Traits, Traits] => [traits(one), traits(other)];
const judged = (one: Described, other: Described) => compare(traits(one), traits(other), THRESHOLDS);

it('is tried on two hundred pairs', () => expect(PAIRS.length).toBeGreaterThanOrEqual(200));

it.each(PAIRS.map((pair) => [pair.line, pair] as const))('judges %s', (_, pair) => {
  const comparison = compare(...both(pair), THRESHOLDS);
  expect(comparison).toMatchObject({ verdict: pair.verdict });
});

it('gives all that may be of one customer a key in common', () => {
  const apart = PAIRS.filter(({ verdict }) => verdict !== 'different').filter((pair) => {
    const [one, other] = both(pair).map(keysOf);
    return !one!.some((key) => other!.includes(key));
  });
  expect(apart.map(({ line }) => line)).toEqual([]);
});

const files = PAIRS.flatMap((pair) => pair.files);
const valueOf = <F extends keyof Described>(field: F) =>
  fc.constantFrom(...files.map((file) => file[field]).filter((value) => value !== undefined));

const person = fc.record({ phone: valueOf('phone'), email: valueOf('email') }, { requiredKeys: [] });

const anyFile: fc.Arbitrary<Described> = fc.record(
  {
    customerId: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    kind: valueOf('kind'),
    name: valueOf('name'),
    organisationCode: valueOf('organisationCode'),
    taxNumber: valueOf('taxNumber'),
    email: valueOf('email'),
    phone: valueOf('phone'),
    website: valueOf('website'),
    addresses: fc.array(valueOf('addresses'), { maxLength: 3 }).map((lists) => lists.flatMap((list) => list ?? [])),
    contactPersons: fc.array(person, { maxLength: 3 }),
    demographic: valueOf('demographic'),
  },
  { requiredKeys: ['customerId', 'kind', 'name'] },
);

it('judges two customers alike in either order', () =>
  fc.assert(fc.property(anyFile, anyFile, (one, other) => expect(judged(one, other)).toEqual(judged(other, one)))));

it('takes a file for the same as itself', () =>
  fc.assert(fc.property(anyFile, (file) => expect(judged(file, file)).toMatchObject({ verdict: 'same', score: 1 }))));

it('does not depend on the order in which parts were recorded', () =>
  fc.assert(
    fc.property(anyFile, anyFile, (one, other) => {
      const turned = {
        ...one,
        addresses: one.addresses?.toReversed(),
        contactPersons: one.contactPersons?.toReversed(),
      };
      expect(judged(turned, other)).toEqual(judged(one, other));
      expect(new Set(keysOf(traits(turned)))).toEqual(new Set(keysOf(traits(one))));
    }),
  ));

const anyAgreement: fc.Arbitrary<(file: Described) => Described> = fc.oneof(
  fc.constant((file: Described) => ({
    ...file,
    phone: '13812345678',
    contactPersons: [...(file.contactPersons ?? []), { phone: file.phone }],
  })),
  fc.constant((file: Described) => ({
    ...file,
    email: 'one@firm.example',
    contactPersons: [...(file.contactPersons ?? []), { email: file.email }],
  })),
  fc.constant((file: Described) => ({ ...file, businessLicence: '310000400012345' })),
  fc.constant((file: Described) => ({
    ...file,
    addresses: [...(file.addresses ?? []), { street: 'Ringstr. 7', city: 'Bonn', postalCode: '53111' }],
  })),
  fc.constant((file: Described) => ({ ...file, demographic: { birthDate: '1990-05-01' } })),
);

it('never takes more that agrees for less probable', () =>
  fc.assert(
    fc.property(anyFile, anyFile, anyAgreement, (one, other, agree) =>
      expect(judged(agree(one), agree(other)).score).toBeGreaterThanOrEqual(judged(one, other).score),
    ),
  ));

it('says why, in two languages, with weights that make the score', () =>
  fc.assert(
    fc.property(anyFile, anyFile, (one, other) => {
      const { score, evidence } = judged(one, other);
      const bits = evidence.reduce((sum, { weight }) => sum + weight, -10);
      expect(score).toBeCloseTo(1 / (1 + 2 ** -bits), 5);
      for (const { code } of evidence) expect([EVIDENCE[code].en, EVIDENCE[code].zh]).not.toContain('');
    }),
  ));

it('takes nothing from values that are masked or not known', () => {
  const masked = {
    kind: 'person',
    name: '•••',
    phone: '•••',
    email: '•••',
    demographic: '•••',
  } as unknown as Described;
  expect(judged({ ...masked, customerId: 'a' }, { ...masked, customerId: 'b' }).evidence).toEqual([]);
  expect(judged({ customerId: 'a' }, { customerId: 'b' }).evidence).toEqual([]);
});

it('has at most sixty keys', () => {
  const persons = Array.from({ length: 200 }, (_, at) => ({
    phone: `138001${`${at}`.padStart(5, '0')}`,
    email: `a${at}@firm${at}.example`,
  }));
  expect(
    keysOf(traits({ customerId: 'a', kind: 'organisation', name: 'Acme', contactPersons: persons })).length,
  ).toBeLessThanOrEqual(60);
});

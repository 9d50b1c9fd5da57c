import { openTraits, personalTraits, traitOf, traitsIn } from './traits.js';

const customer = {
  ...({ kind: 'organisation', industry: 'Food' } as const),
  geographic: { country: 'México', city: 'Puebla' },
  demographic: { ageBand: '30-39', employees: 250, dependents: false },
  psychographic: { interests: ['hiking', 'music'] },
};

it('are those of the contract, apart by whether they are personal', () => {
  expect(Object.keys(openTraits)).toEqual(
    expect.arrayContaining(['kind', 'country', 'geographic.climate', 'demographic.employees', 'value.loyalty']),
  );
  expect(Object.keys(personalTraits)).toEqual(
    expect.arrayContaining(['city', 'demographic.gender', 'psychographic.interests']),
  );
  expect(Object.keys(openTraits).filter((name) => name in personalTraits)).toEqual([]);
});

it('are found however they are written', () => {
  expect(traitsIn(openTraits, customer)).toContain(traitOf('country', 'MEXICO'));
  expect(traitsIn(openTraits, customer)).toContain(traitOf('demographic.employees', 250));
});

it('are kept apart from personal ones', () => {
  expect(traitsIn(personalTraits, customer)).toEqual(
    expect.arrayContaining([traitOf('city', 'Puebla'), traitOf('psychographic.interests', 'music')]),
  );
  expect(traitsIn(openTraits, customer).join()).not.toMatch(/puebla|30-39|music/);
});

it('of a customer of whom nothing is known are none', () =>
  expect([traitsIn(openTraits, {}), traitsIn(personalTraits, {})]).toEqual([[], []]));

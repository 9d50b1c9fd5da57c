import fc from 'fast-check';
import { frequentItemsets, metricsOf, rulesAmong } from './index.js';

type Basket = readonly string[];

const within = (baskets: readonly Basket[], items: readonly string[]) => {
  const having = baskets.filter((basket) => items.every((item) => basket.includes(item)));
  const all = [...new Set(having.flat())];
  return new Map(all.map((item) => [item, having.filter((basket) => basket.includes(item)).length]));
};

const mine = (baskets: readonly Basket[], support: number, { size = 9, most = 50 } = {}) => {
  const mining = frequentItemsets({ all: baskets.length, support, size, most });
  let step = mining.next();
  while (!step.done) step = mining.next(within(baskets, step.value));
  return step.value;
};

// The example in the documentation of mlxtend (rasbt/mlxtend, BSD-3).
const GROCERIES = [
  ['Milk', 'Onion', 'Nutmeg', 'Kidney Beans', 'Eggs', 'Yogurt'],
  ['Dill', 'Onion', 'Nutmeg', 'Kidney Beans', 'Eggs', 'Yogurt'],
  ['Milk', 'Apple', 'Kidney Beans', 'Eggs'],
  ['Milk', 'Unicorn', 'Corn', 'Kidney Beans', 'Yogurt'],
  ['Corn', 'Onion', 'Kidney Beans', 'Ice cream', 'Eggs'],
];

it('finds the sets of the published example', () => {
  const found = mine(GROCERIES, 0.6);
  expect(Object.fromEntries(found.map(({ items, count }) => [items.join('|'), count / 5]))).toEqual({
    ...{ Eggs: 0.8, 'Kidney Beans': 1, Milk: 0.6, Onion: 0.6, Yogurt: 0.6 },
    ...{ 'Eggs|Kidney Beans': 0.8, 'Eggs|Onion': 0.6, 'Kidney Beans|Milk': 0.6, 'Kidney Beans|Onion': 0.6 },
    ...{ 'Kidney Beans|Yogurt': 0.6, 'Eggs|Kidney Beans|Onion': 0.6 },
  });
});

it('has the metrics of the published rule from onion to eggs', () => {
  const rules = rulesAmong(mine(GROCERIES, 0.6), GROCERIES.length);
  const rule = rules.find(({ because, item }) => because.join() === 'Onion' && item === 'Eggs')!;
  const { lift, leverage, kulczynski, ...others } = metricsOf(rule.counts);
  expect(others).toEqual({
    ...{ support: 0.6, confidence: 1, conviction: null, jaccard: 0.75 },
    zhang: expect.closeTo(0.5, 9) as number,
    certainty: expect.closeTo(1, 9) as number,
  });
  expect([lift, leverage, kulczynski]).toEqual([1.25, 0.12, 0.875].map((value) => expect.closeTo(value, 9) as number));
});

it('says of what everybody buys that nothing follows from anything', () =>
  expect(metricsOf({ all: 4, having: 4, sold: 4, both: 4 })).toMatchObject({ lift: 1, zhang: 0, certainty: 0 }));

const anyBaskets = fc.array(fc.uniqueArray(fc.constantFrom(...'abcde'), { minLength: 1 }), {
  minLength: 1,
  maxLength: 20,
});

it('finds exactly the sets that a count of every set finds', () =>
  fc.assert(
    fc.property(anyBaskets, fc.constantFrom(0.1, 0.3, 0.5, 1), (baskets, support) => {
      const subsets = [...'abcde'].reduce<readonly Basket[]>(
        (sets, item) => [...sets, ...sets.map((set) => [...set, item])],
        [[]],
      );
      const counted = subsets
        .filter((items) => items.length > 0)
        .map((items) => ({ items, count: baskets.filter((each) => items.every((item) => each.includes(item))).length }))
        .filter(({ count }) => count > 0 && count / baskets.length >= support);
      const bySet = (sets: readonly { readonly items: Basket }[]) =>
        sets.toSorted((one, other) => (one.items.join() < other.items.join() ? -1 : 1));
      expect(bySet(mine(baskets, support))).toEqual(bySet(counted));
    }),
  ));

it('finds no larger sets than asked for, and none beyond the most frequent items', () => {
  expect(mine(GROCERIES, 0.6, { size: 2 }).every(({ items }) => items.length < 3)).toBe(true);
  const found = mine(GROCERIES, 0.6, { most: 2 });
  expect(found.map(({ items }) => items.join('|'))).toEqual(['Kidney Beans', 'Eggs', 'Eggs|Kidney Beans']);
});

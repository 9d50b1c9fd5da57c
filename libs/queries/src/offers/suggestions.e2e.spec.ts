import { OrderCancelled, OrderPlaced } from '@annals/contracts-accounts';
import { OfferAnswered, ProductOffered } from '@annals/contracts-offers';
import { openDesk, type Told } from '../../test/desk.js';
import { caller, customer, own, staff } from '../../test/staff.js';
import type { ProductRulesShown, SuggestionsForCustomer } from '../index.js';

const value = { amount: '1.00', currency: 'EUR' };
const bought = (orderId: string, customerId: string, ...products: readonly string[]): Told => ({
  ...OrderPlaced.event({
    ...{ orderId, customerId, number: null, value, expectedOn: null, status: 'open' },
    lines: products.map((product) => ({ product, productId: `p-${product}`, quantity: '1' })),
  }),
  ...{ subject: customerId },
});
const offered = (offerId: string, customerId: string, product: string, because: string): Told => ({
  ...ProductOffered.event({
    ...{ offerId, customerId, product, productId: `p-${product}` },
    because: [{ product: because, productId: `p-${because}` }],
  }),
  ...{ subject: customerId },
});
const answered = (offerId: string, customerId: string, answer: 'accepted' | 'refused'): Told => ({
  ...OfferAnswered.event({ offerId, customerId, answer }),
  ...{ subject: customerId },
});

let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  desk = await openDesk();
  await desk.record(
    ...['a', 'b', 'c', 'd', 'e', 'f'].map((id) => customer(id, `Shop ${id}`)),
    own('a', 'ann'),
    own('c', 'cid'),
    // Of five baskets with tea three have sugar, too, and one has milk; of five without tea none has sugar.
    ...[bought('1', 'b', 'tea', 'sugar'), bought('2', 'b', 'tea', 'sugar'), bought('3', 'c', 'tea', 'sugar', 'milk')],
    ...[bought('4', 'a', 'tea'), bought('5', 'd', 'tea')],
    ...[bought('6', 'e', 'rope'), bought('7', 'e', 'rope'), bought('8', 'e', 'rope'), bought('9', 'e', 'rope')],
    bought('10', 'e', 'milk', 'rope'),
    ...[offered('o-1', 'b', 'sugar', 'tea'), answered('o-1', 'b', 'accepted')],
    ...[offered('o-2', 'd', 'sugar', 'tea'), answered('o-2', 'd', 'refused'), offered('o-3', 'f', 'sugar', 'tea')],
    ...staff,
  );
});
afterAll(() => desk.close());

const of = async (id: string, who?: string) =>
  (
    await desk.get<SuggestionsForCustomer>(
      `/v1/customers/${id}/suggestions`,
      who === undefined ? undefined : caller(who),
    )
  ).body.items;

it('suggests what others bought with what the customer has, with the baskets that say so and what offers came to', async () => {
  const [first, ...others] = await of('a');
  expect(first).toMatchObject({
    ...{ product: 'sugar', productId: 'p-sugar', because: [{ product: 'tea', productId: 'p-tea' }] },
    baskets: { all: 10, having: 5, sold: 3, both: 3 },
    metrics: { support: 0.3, confidence: 0.6, lift: 2 },
    offers: { offered: 3, answered: 2, accepted: 1, hitRate: 0.5 },
  });
  expect(others.map(({ product, because }) => [product, because.map((each) => each.product)])).toEqual([]);
});

it('suggests by several products together, and each product once', async () => {
  const items = await of('b');
  expect(items.map(({ product, because }) => [product, because.map((each) => each.product)])).toEqual([
    ['milk', ['sugar']],
  ]);
});

it('suggests nothing that the customer has, or was offered, and nothing to one who bought nothing', async () => {
  expect(await of('c')).toEqual([]);
  expect(await of('d')).toEqual([]);
  expect(await of('f')).toEqual([]);
});

it('is shown for customers within reach only', async () => {
  expect(await of('a', 'ann')).toHaveLength(1);
  const { status } = await desk.get('/v1/customers/c/suggestions', caller('ann'));
  expect(status).toBe(404);
});

it('lists all rules that count, the strongest first', async () => {
  const { body } = await desk.get<ProductRulesShown>('/v1/product-rules');
  expect(body).toMatchObject({ baskets: 10, thresholds: { support: 0.01, confidence: 0.2, lift: 1.1 } });
  const rules = body.items.map(({ product, because }) => `${because.map((each) => each.product).join('+')}>${product}`);
  expect(rules).toEqual([
    'milk+tea>sugar',
    'sugar>tea',
    'milk+sugar>tea',
    'tea>sugar',
    'milk>sugar',
    'sugar>milk',
    'sugar+tea>milk',
  ]);
});

it('counts what is ordered and cancelled afterwards', async () => {
  const ordered = bought('11', 'f', 'milk', 'glue');
  await desk.record(ordered);
  expect((await of('e')).map(({ product }) => product)).toContain('glue');
  await desk.record({
    ...OrderCancelled.event({ orderId: '11', customerId: 'f', reason: null, value: null }),
    ...{ subject: 'f' },
  });
  expect((await of('e')).map(({ product }) => product)).not.toContain('glue');
});

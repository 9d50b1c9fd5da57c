import { CATALOGUE, PriceSet, ProductAdded, ProductWithdrawn } from '@annals/contracts-products';
import { openDesk, type Told } from '../../test/desk.js';
import { caller, staff } from '../../test/staff.js';

const entry = {
  ...{ nameZh: null, code: null, description: null, category: null, taxClass: 'standard' as const, unit: 'box' },
  ...{ activeFrom: null, activeUntil: null, substitutes: [], bundle: [], attributes: {} },
};
const added = (productId: string, name: string, said: object = {}): Told => ({
  ...ProductAdded.event({ productId, name, ...entry, ...said }),
  ...{ subject: CATALOGUE },
});

let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  desk = await openDesk();
  await desk.record(
    ...staff,
    added('p-1', 'Chai', { nameZh: '印度奶茶', category: 'Tea', code: 'TEA-1', substitutes: ['p-2'] }),
    added('p-2', 'Chang', { category: 'Beer', activeUntil: '2026-01-31' }),
    added('p-3', 'Gift box', { bundle: [{ productId: 'p-1', quantity: '2' }], activeFrom: '2999-01-01' }),
    added('p-4', 'Old chai', { category: 'Tea' }),
    { ...ProductWithdrawn.event({ productId: 'p-4', from: '2026-02-01', reason: 'old' }), ...{ subject: CATALOGUE } },
  );
});
afterAll(() => desk.close());

const found = async (query: string) => {
  const { body } = await desk.get<{ readonly items: readonly { readonly productId: string }[] }>(
    `/v1/products?${query}`,
  );
  return body.items.map(({ productId }) => productId);
};

it.each([
  ['', ['p-1', 'p-2', 'p-3', 'p-4']],
  ['q=chai', ['p-1', 'p-4']],
  [`q=${encodeURIComponent('奶茶')}`, ['p-1']],
  ['q=tea-1', ['p-1']],
  ['category=Tea', ['p-1', 'p-4']],
  ['category=Tea&status=withdrawn', ['p-4']],
  ['onSale=true', ['p-1']],
  ['substitute=p-2', ['p-1']],
  ['part=p-1', ['p-3']],
])('finds with "%s" %j', async (query, ids) => expect(await found(query)).toEqual(ids));

it('is read by everybody in sales and service, and one by one', async () => {
  for (const who of ['ann', 'cid', 'sue', 'max', 'aud', 'lea'])
    expect(await desk.get('/v1/products/p-1', caller(who))).toMatchObject({ status: 200, body: { name: 'Chai' } });
  expect(await desk.get('/v1/products/p-9')).toMatchObject({ status: 404, body: { code: 'ProductNotFound' } });
  expect(await desk.get('/v1/products/p-1', caller('nobody'))).toMatchObject({ status: 404 });
});

describe('prices', () => {
  const price = (priceId: string, unitPrice: string, said: object = {}): Told => ({
    ...PriceSet.event({
      ...{ productId: 'p-1', priceId, priceListId: 'standard', segment: null, currency: 'CNY', from: '2026-01-01' },
      ...{ until: null, steps: [{ quantity: '1.00', unitPrice }] },
      ...said,
    }),
    ...{ subject: CATALOGUE },
  });
  beforeAll(() =>
    desk.record(
      price('a', '18.00', { until: '2026-03-31' }),
      price('b', '19.00', { from: '2026-04-01' }),
      price('c', '15.00', { segment: 'wholesale', priceListId: 'key' }),
    ),
  );

  it('are listed by product, list, segment and currency, with the name of the product', async () => {
    const listed = async (query: string) => {
      const { body } = await desk.get<{ readonly items: readonly { readonly priceId: string }[] }>(
        `/v1/prices?${query}`,
        caller('cid'),
      );
      return body.items;
    };
    expect((await listed('product=p-1&sort=from')).map(({ priceId }) => priceId)).toEqual(['a', 'c', 'b']);
    expect(await listed('segment=wholesale&priceList=key')).toMatchObject([{ priceId: 'c', productName: 'Chai' }]);
    expect((await listed('currency=EUR')).length).toBe(0);
    expect((await listed('valid=true&product=p-1')).map(({ priceId }) => priceId)).not.toContain('a');
  });
});

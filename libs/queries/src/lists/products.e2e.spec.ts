import { CATALOGUE, ProductAdded, ProductWithdrawn } from '@annals/contracts-products';
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

import { serveSlice } from '../../test/served-slice.js';
import { products } from './index.js';

const { store, post } = serveSlice(products, '/v1');
const last = async (stream: string) => (await store.read(stream)).at(-1);

it('carries out each command at its route, about no customer', async () => {
  const created = await post('/products', { productId: 'p-1', name: 'Chai', unit: 'box', code: 'TEA-1' });
  expect(created).toMatchObject({ status: 201, body: { id: 'p-1' } });
  const steps: readonly [string, object, string, object][] = [
    ['change', { category: 'Tea' }, 'ProductChanged', { before: { category: null }, after: { category: 'Tea' } }],
    ['withdraw', { from: '2026-03-01', reason: 'replaced' }, 'ProductWithdrawn', { from: '2026-03-01' }],
    ['reinstate', { reason: 'made again' }, 'ProductReinstated', { reason: 'made again' }],
  ];
  for (const [path, body, type, data] of steps) {
    expect(await post(`/products/p-1/${path}`, body)).toMatchObject({ status: 200, body: { stream: 'product-p-1' } });
    expect(await last('product-p-1')).toMatchObject({ type, subject: '@catalogue', data });
  }
});

it('keeps codes unique in any notation', async () => {
  const taken = await post('/products', { productId: 'p-2', name: 'Chang', unit: 'box', code: 'tea-1' });
  expect(taken).toMatchObject({ status: 409, body: { code: 'IdentifierTaken' } });
});

it('returns 404 for an unknown product, and 422 for one that another names', async () => {
  expect(await post('/products/p-9/change', { unit: 'bag' })).toMatchObject({
    ...{ status: 404, body: { code: 'ProductUnknown', details: { productId: 'p-9' } } },
  });
  expect(await post('/products/p-1/change', { substitutes: ['p-9'] })).toMatchObject({
    ...{ status: 422, body: { code: 'ProductUnknown', details: { productId: 'p-9' } } },
  });
});

it.each([
  ['a product without a unit', '', { name: 'Chai' }],
  ['a tax class that there is not', '', { name: 'Chai', unit: 'box', taxClass: 'luxury' }],
  ['a day that there is not', '/p-1/withdraw', { from: '2026-02-30', reason: 'replaced' }],
  ['a withdrawal without a reason', '/p-1/withdraw', { from: '2026-02-28' }],
])('refuses %s', async (_, path, body) =>
  expect(await post(`/products${path}`, body)).toMatchObject({ status: 400, body: { code: 'ValidationFailed' } }),
);

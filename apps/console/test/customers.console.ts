import { Product } from './product.js';

let product: Product;
beforeAll(async () => (product = await (await Product.start()).claim()));
afterAll(() => product?.stop());

it('shows markup in a name as text', async () => {
  const name = '<img src=x onerror="document.title=1"> & Sons';
  await product.admin.post('/v1/customers', { customerId: 'markup', kind: 'organisation', name, roles: ['prospect'] });
  const page = await product.open('/customers');
  await page.getByRole('link', { name }).waitFor();
  expect(await page.locator('img').count()).toBe(0);
});

import { violationsOn } from './axe.js';
import { Product } from './product.js';
import { sendForm } from './steps.js';

let product: Product;
beforeAll(async () => {
  product = await (await Product.start()).claim();
  await product.register('海澜水泵', 'end-customer');
  await product.hire('chen', '陈静', 'administrator');
  const others = ['one', 'two', 'three', 'four'];
  for (const customerId of others)
    await product.admin.post('/v1/customers', { customerId, kind: 'person', roles: ['prospect'], name: customerId });
  await win('acme', 'Pump');
  await win('one', 'Pump', 'Filter');
  await win('two', 'Pump', 'Filter');
  await win('three', 'Cable');
  await win('four', 'Cable');
});
afterAll(() => product?.stop());

const win = async (customerId: string, ...products: readonly string[]) => {
  const dealId = `deal-of-${customerId}`;
  const lines = products.map((each) => ({ product: each, quantity: '1', unitPrice: '10' }));
  const value = { amount: `${10 * products.length}`, currency: 'EUR' };
  await product.admin.post('/v1/deals', { dealId, customerId, title: 'Pumps', step: 'negotiation', value, lines });
  await product.admin.post(`/v1/deals/${dealId}/close`, { outcome: 'won' });
};

it('suggests what goes well with what the customer has, and keeps what the customer answers', async () => {
  const page = await product.open('/customers/acme', 'chen');
  const section = page.locator('section', { hasText: 'What to offer next' }).last();
  const line = section.getByRole('listitem').filter({ hasText: 'Filter' });
  await line.getByText('67 % of purchases with Pump have it: 2 of 3, 1.7 × as often as otherwise').waitFor();
  await line.getByRole('button', { name: /^Offer/ }).click();
  await line.getByText('offered, not answered yet').waitFor();
  await line.getByRole('button', { name: /^Answer/ }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByText('Refused').click();
  await drawer.getByLabel('Reason').fill('Has one of another make.');
  await sendForm(drawer);
  await line.waitFor({ state: 'detached' });
  const { items } = await product.read<{ readonly items: readonly object[] }>('/v1/offers?customer=acme');
  expect(items).toMatchObject([
    { product: 'Filter', because: [{ product: 'Pump' }], status: 'refused', reason: 'Has one of another make.' },
  ]);
});

it('breaks no rule of accessibility in Chinese on a phone', async () => {
  await product.admin.post('/v1/customers', { customerId: 'five', kind: 'person', roles: ['prospect'], name: '王芳' });
  await win('five', 'Pump');
  const page = await product.open('/customers/five', 'chen', { language: 'zh', width: 390, isStill: true });
  await page.getByText('推荐产品').waitFor();
  expect(await violationsOn(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
});

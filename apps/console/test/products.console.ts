import { violationsOn } from './axe.js';
import { Product } from './product.js';
import { sendForm, turnTo } from './steps.js';

let product: Product;
beforeAll(async () => {
  product = await (await Product.start()).claim();
  await product.hire('chen', '陈静', 'administrator');
  await product.hire('li', '李娜', 'sales');
  await add({ productId: 'p-1', name: 'Chai', nameZh: '印度奶茶', code: 'TEA-1', category: 'Tea' });
  await add({ productId: 'p-2', name: 'Chang', category: 'Beer', substitutes: ['p-1'] });
});
afterAll(() => product?.stop());

const add = (fields: object) => product.admin.post('/v1/products', { unit: 'box', ...fields });
const read = (productId: string) => product.read<Readonly<Record<string, unknown>>>(`/v1/products/${productId}`);

it('is searched, opened, priced, and the price is ended', async () => {
  const page = await product.open('/products', 'chen');
  await page.getByLabel('Name or code').fill('tea-1');
  await page.getByRole('row').filter({ hasText: 'Chang' }).waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'Chai' }).click();
  await page.getByText('No price list has this product yet.').waitFor();
  await page.getByRole('button', { name: 'Set a price' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('Price list').fill('standard');
  await drawer.getByLabel('Currency').fill('EUR');
  await drawer.getByLabel('Valid from').fill('2026-01-01');
  await drawer.getByRole('button', { name: 'Add' }).click();
  await drawer.getByLabel('From quantity').fill('1');
  await drawer.getByLabel('Unit price').fill('18');
  await sendForm(drawer);
  const row = page.getByRole('row').filter({ hasText: 'standard' });
  await row.getByText('EUR 18').waitFor();
  await row.getByRole('button', { name: 'End' }).click();
  await drawer.getByLabel('Valid until').fill('2026-03-31');
  await drawer.getByLabel('Reason').fill('Dearer from April.');
  await sendForm(drawer);
  await row.getByText('31 Mar 2026').waitFor();
  const { items } = await product.read<{ readonly items: readonly object[] }>('/v1/prices?product=p-1');
  expect(items).toMatchObject([{ priceListId: 'standard', until: '2026-03-31', reason: 'Dearer from April.' }]);
});

it('is added, withdrawn with a day and a reason, and reinstated', async () => {
  const page = await product.open('/products', 'chen', { language: 'zh' });
  await page.getByRole('button', { name: '添加产品' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('名称', { exact: true }).fill('Oolong');
  await drawer.getByLabel('中文名称').fill('乌龙茶');
  await drawer.getByLabel('单位').fill('盒');
  await sendForm(drawer);
  await page.getByRole('link', { name: '乌龙茶' }).click();
  await page.getByRole('button', { name: '停售' }).click();
  await drawer.getByLabel('停售日期').fill('2026-03-01');
  await drawer.getByLabel('原因').fill('停产');
  await sendForm(drawer);
  await page.getByRole('button', { name: '恢复销售' }).waitFor();
  const { items } = await product.read<{ readonly items: readonly object[] }>('/v1/products?status=withdrawn');
  expect(items).toMatchObject([{ name: 'Oolong', nameZh: '乌龙茶', withdrawnFrom: '2026-03-01', reason: '停产' }]);
  await page.getByRole('button', { name: '恢复销售' }).click();
  await drawer.getByLabel('原因').fill('恢复生产');
  await sendForm(drawer);
  await page.getByRole('button', { name: '停售' }).waitFor();
});

it('is offered in the form of a line of a deal, which has its list price', async () => {
  await product.register('海澜水泵', 'end-customer');
  await product.openDeal({ dealId: 'd-1', title: 'Tea for the canteen' });
  const steps = [{ quantity: '1', unitPrice: '19' }];
  const price = { priceListId: 'standard', currency: 'EUR', from: '2026-01-01', steps };
  await product.admin.post('/v1/products/p-2/prices', price);
  const page = await product.open('/deals/d-1', 'chen');
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('button', { name: 'Add a line to an open deal' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('Product number').getByText('Chang').click();
  await drawer.getByLabel('Product', { exact: true }).fill('Chang');
  await drawer.getByLabel('Quantity').fill('2');
  await sendForm(drawer);
  await page.getByText('EUR 38').first().waitFor();
  const { lines } = await product.read<{ readonly lines: readonly object[] }>('/v1/deals/d-1');
  expect(lines).toMatchObject([{ productId: 'p-2', unitPrice: '19.00', listPrice: { priceListId: 'standard' } }]);
});

it('is read by those who sell, who change nothing of it', async () => {
  const page = await product.open('/products/p-2', 'li');
  await page.getByRole('link', { name: 'p-1' }).waitFor();
  expect(await page.getByRole('button', { name: 'Set a price' }).count()).toBe(0);
  expect(await read('p-2')).toMatchObject({ status: 'offered' });
});

it.each([
  ['en', 1440, 'light'],
  ['zh', 390, 'dark'],
] as const)('breaks no rule of accessibility in %s at %i in %s', async (language, width, theme) => {
  const page = await product.open('/', 'chen', { language, width, theme, isStill: true });
  for (const path of ['/products', '/products/p-1']) {
    await turnTo(page, path);
    expect(await violationsOn(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
  }
});

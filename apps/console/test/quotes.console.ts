import type { Page } from 'playwright-core';
import { violationsOn } from './axe.js';
import { Product } from './product.js';
import { sendForm, turnTo } from './steps.js';

let product: Product;
beforeAll(async () => {
  product = await (await Product.start()).claim();
  await product.hire('chen', '陈静', 'administrator');
  await product.hire('li', '李娜', 'sales', 'manager');
  await product.register('海澜水泵', 'end-customer');
  await product.admin.post('/v1/customers/acme/assign-owner', { owner: { id: 'li' } });
  const steps = [{ quantity: '1', unitPrice: '19' }];
  const price = { priceListId: 'standard', currency: 'EUR', from: '2026-01-01', steps };
  await product.admin.post('/v1/products', { productId: 'p-2', name: 'Chang', unit: 'box' });
  await product.admin.post('/v1/products/p-2/prices', price);
  const lines = [{ product: 'Chai', quantity: '10', unitPrice: '9.80', discount: '0.05' }];
  await product.openDeal({ dealId: 'd-1', title: 'Tea for the canteen', lines, value: undefined, currency: 'EUR' });
});
afterAll(() => product?.stop());

type Quote = { readonly quoteId: string; readonly [field: string]: unknown };
const theQuote = async () => (await product.read<{ readonly items: readonly [Quote] }>('/v1/quotes?deal=d-1')).items[0];

const sendDialog = async (page: Page) => {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Mark as sent' }).click();
  await dialog.waitFor({ state: 'hidden' });
};

it('is drafted from a deal, approved by another user, sent, printed and accepted', async () => {
  const page = await product.open('/deals/d-1', 'li');
  await page.getByRole('link', { name: 'Draft a quote' }).click();
  await page.getByLabel('Valid until').fill('2099-12-31');
  await page.getByRole('button', { name: 'Add a line' }).click();
  const line = page.getByRole('group', { name: '2', exact: true });
  await line.getByLabel('Product', { exact: true }).fill('chang');
  await line.getByRole('button', { name: 'Chang' }).filter({ hasText: 'EUR 19.00 today' }).click();
  await page.getByLabel('Discount on the whole').fill('140');
  await page.getByRole('button', { name: 'Draft the quote' }).click();
  await page.getByText('is more than the whole value').waitFor();
  await page.getByLabel('Discount on the whole').fill('40');
  await page.getByRole('button', { name: 'Draft the quote' }).click();
  await page.getByText('Check the lines, then send the quote').waitFor();
  await page.getByText('EUR 76.00').first().waitFor();
  const { quoteId, ...drafted } = await theQuote();
  expect(drafted).toMatchObject({ status: 'draft', totals: { subtotal: '112.10', discount: '44.84', total: '76.00' } });

  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: 'Mark as sent' }).click();
  await dialog.getByRole('button', { name: 'Mark as sent' }).click();
  await dialog.getByText('Ask another user for approval').waitFor();
  await dialog.getByRole('button', { name: 'Ask for approval' }).click();
  await dialog.getByLabel('Remark').fill('A new customer.');
  await sendForm(dialog);
  await page.getByText('so another user decides on it').waitFor();
  expect(await page.getByRole('button', { name: 'Approve' }).count()).toBe(0);

  const other = await product.open('/quotes?desk=waiting', 'chen');
  await other.getByRole('link', { name: 'Tea for the canteen' }).click();
  await other.getByText('A new customer.').waitFor();
  await other.getByRole('button', { name: 'Approve' }).click();
  await sendForm(other.getByRole('dialog'));
  await other.getByText('陈静 approved on').waitFor();

  await turnTo(page, `/quotes/${quoteId}`);
  await page.getByRole('button', { name: 'Mark as sent' }).click();
  await sendDialog(page);
  await page.getByRole('button', { name: 'Record acceptance' }).click();
  await dialog.getByLabel('Accepted by').fill('王芳');
  await sendForm(dialog);
  await page.getByText('Version 1 was accepted.').waitFor();
  await page.getByRole('link', { name: 'Print' }).first().click();
  await page.getByRole('article').getByText('EUR 76.00').waitFor();
  await page.getByText('Standard rate 13 % on 67.26').waitFor();
  expect((await page.pdf({ preferCSSPageSize: true })).length).toBeGreaterThan(1_000);
  expect(await theQuote()).toMatchObject({ status: 'accepted', acceptedBy: '王芳', acceptedVersion: 1 });
});

it('is revised after it was sent, which begins a version beside the one that stays', async () => {
  const lines = [{ product: '技术服务', quantity: '3', unitPrice: '200.00' }];
  const terms = {
    customerId: 'acme',
    dealId: 'd-1',
    title: '年度服务',
    validUntil: '2099-12-31',
    currency: 'EUR',
    lines,
  };
  await product.admin.post('/v1/quotes', { quoteId: 'q-2', ...terms });
  await product.admin.post('/v1/quotes/q-2/send', {});
  const page = await product.open('/quotes/q-2/revise', 'chen', { language: 'zh' });
  await page.getByText('保存后产生版本 2').waitFor();
  await page.getByLabel('数量').fill('5');
  await page.getByLabel('单价').fill('');
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByText('没有 `unitPrice`').waitFor();
  await page.getByLabel('单价').fill('180');
  await page.getByLabel('税种').selectOption({ label: '低税率' });
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByText('981.00 欧元').first().waitFor();
  const { body } = await product.admin.get('/v1/quotes/q-2');
  expect(body).toMatchObject({
    version: 2,
    versions: [{ totals: { total: '678.00' } }, { totals: { total: '981.00' } }],
  });
});

it.each([
  ['en', 1440, 'light'],
  ['zh', 390, 'dark'],
] as const)('breaks no rule of accessibility in %s at %i in %s', async (language, width, theme) => {
  const page = await product.open('/', 'chen', { language, width, theme, isStill: true });
  for (const path of [
    '/quotes?desk=ended',
    '/deals/d-1',
    '/quotes/q-2',
    '/quotes/q-2/revise',
    '/deals/d-1/quote',
    '/quotes/q-2/print?version=1',
  ]) {
    await turnTo(page, path);
    expect(await violationsOn(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
  }
});

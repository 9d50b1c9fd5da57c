import { violationsOn } from './axe.js';
import { foundCompany } from './company.js';
import { Product } from './product.js';
import { sendForm } from './steps.js';

let product: Product;
beforeAll(async () => {
  product = await (await Product.start()).claim();
  await foundCompany(product.admin);
});
afterAll(() => product?.stop());

it('finds customers as one types, and keeps the words out of the address', async () => {
  const page = await product.open('/customers');
  await page.getByRole('searchbox').fill('钱塘');
  await page.getByRole('link', { name: /杭州钱塘/ }).waitFor();
  await page.getByRole('link', { name: /Alfreds/ }).waitFor({ state: 'detached' });
  expect(new URL(page.url()).search).toBe('');
});

it('keeps filters and sort in the address, so that a view can be shared', async () => {
  const page = await product.open('/customers');
  await page.getByRole('button', { name: 'Filter' }).click();
  await page.getByRole('button', { name: 'Region' }).click();
  await page.getByLabel('Value').fill('east');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('link', { name: /Alfreds/ }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Registered' }).click();
  await page.waitForURL(/sort=-registeredAt/);
  const other = await product.open(new URL(page.url()).pathname + new URL(page.url()).search);
  await other.getByRole('link', { name: /杭州钱塘/ }).waitFor();
  expect(await other.getByRole('link', { name: /Alfreds/ }).count()).toBe(0);
});

it('says which filters leave nothing, and shows everything again', async () => {
  const page = await product.open('/customers?region=nowhere');
  await page.getByRole('heading', { name: 'Nothing matches' }).waitFor();
  await page.getByRole('button', { name: 'Clear all' }).last().click();
  await page.getByRole('link', { name: /Alfreds/ }).waitFor();
});

it('opens a customer by Ctrl+K from anywhere', async () => {
  const page = await product.open('/customers');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('ALFKI');
  await page.getByRole('option', { name: /Alfreds/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Alfreds Futterkiste' }).waitFor();
});

it('switches the language at once, labels of the API included', async () => {
  const page = await product.open('/customers');
  await page.getByRole('columnheader', { name: 'Lifecycle state' }).waitFor();
  await page.getByRole('button', { name: '中文' }).click();
  await page.getByRole('columnheader', { name: '生命周期阶段' }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
});

type Customers = { readonly items: readonly { readonly owner: { readonly id: string } | null }[] };

const owners = async () =>
  (await product.read<Customers>('/v1/customers?sort=name')).items.map(({ owner }) => owner?.id);

it('assigns the customers that are selected to another owner, meanwhile shows other pages, and assigns them back', async () => {
  await product.hire('li', '李娜', 'sales');
  for (const id of ['qiantang', 'alfreds'])
    await product.admin.post(`/v1/customers/${id}/assign-owner`, { owner: { id: 'admin' } });
  const page = await product.open('/customers');
  await page.getByRole('checkbox', { name: /^Select 杭州钱塘/ }).press('Space');
  await page.getByRole('region', { name: '1 selected' }).waitFor();
  await page.getByRole('checkbox', { name: 'Select all that are loaded' }).check();
  await page.getByRole('button', { name: 'Assign owner' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Owner').selectOption('李娜');
  expect(await violationsOn(page)).toEqual([]);
  await sendForm(dialog);
  await page.getByRole('link', { name: /Alfreds/ }).click();
  const run = page.getByRole('region', { name: 'Owner: 李娜' });
  await run.getByText('2 of 2 done').waitFor();
  expect(await owners()).toEqual(['li', 'li']);
  await product.admin.post('/v1/customers/alfreds/change-data', { changes: { phone: '0300074321' } });
  await run.getByRole('button', { name: 'Undo' }).click();
  await run.getByText('1 of 2 done').waitFor();
  await run.getByRole('button', { name: '1 refused' }).click();
  await dialog
    .getByText(/changed/)
    .first()
    .waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await dialog.getByRole('link', { name: 'Alfreds Futterkiste' }).click();
  await dialog.waitFor({ state: 'hidden' });
  expect((await owners()).toSorted()).toEqual(['admin', 'li']);
});

it('shows markup in a name as text', async () => {
  const name = '<img src=x onerror="document.title=1"> & Sons';
  await product.admin.post('/v1/customers', { customerId: 'markup', kind: 'organisation', name, roles: ['prospect'] });
  const page = await product.open('/customers');
  await page.getByRole('link', { name }).waitFor();
  expect(await page.locator('img').count()).toBe(0);
});

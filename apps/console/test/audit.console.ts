import { violationsOn } from './axe.js';
import { Product } from './product.js';

let product: Product;
beforeAll(async () => {
  product = await (await Product.start()).claim();
  const { admin } = product;
  await product.hire('he', '何峰', 'auditor');
  await product.hire('sun', '孙丽', 'marketing');
  await product.register('海澜水泵', 'prospect');
  await admin.post('/v1/customers/acme/change-data', {
    changes: { phone: '+86 571 5555 1006' },
    reason: 'The customer called.',
  });
  await product.read('/v1/customers/acme');
});
afterAll(() => product?.stop());

it.each([
  { language: 'en', changed: 'Customer data changed', why: 'Why', history: 'History of the customer' },
  { language: 'zh', changed: '资料变更', why: '原因', history: '该客户的历史' },
] as const)('opens an event in $language, and from there the history of its customer', async (words) => {
  const page = await product.open('/audit', 'he', words);
  await page.getByRole('button', { name: new RegExp(`^${words.changed} `) }).click();
  await page.getByText(words.why, { exact: true }).waitFor();
  expect(await page.locator('.open-ev').textContent()).toContain('The customer called.');
  await page.getByRole('link', { name: words.history }).click();
  await page.getByRole('heading', { name: '海澜水泵' }).waitFor();
  await page.locator('.open-ev').getByText('The customer called.').waitFor();
});

it('names the customer of every event, all of a page by one reading', async () => {
  let readings = 0;
  const page = await product.visit('/audit');
  await page.route('**/v1/customers?*', (route) => {
    readings += 1;
    return route.continue();
  });
  await product.signIn(page, 'he');
  const events = page.getByRole('button', { name: /^Customer (data changed|registered).* · 海澜水泵$/ });
  await events.nth(1).waitFor();
  expect(await events.first().getByText('海澜水泵').getAttribute('title')).toBe('acme');
  expect(readings).toBe(1);
});

it('leaves the id of a customer whose name the user may not see', async () => {
  const page = await product.visit('/audit');
  await page.route('**/v1/customers?*', (route) => route.fulfill({ json: { items: [], next: null } }));
  await product.signIn(page, 'he');
  await page.getByRole('button', { name: /^Customer data changed.* · acme$/ }).waitFor();
});

it('keeps the kind of events in the address', async () => {
  const page = await product.open('/audit', 'he');
  await page.getByRole('button', { name: 'Organisation', exact: true }).click();
  await page
    .getByRole('button', { name: /^User added/ })
    .first()
    .waitFor();
  expect(new URL(page.url()).search).toBe('?kind=organisation');
  expect(await page.getByRole('button', { name: /^Customer registered/ }).count()).toBe(0);
});

it('replays a customer step by step, with keys alone', async () => {
  const page = await product.open('/audit/acme?tab=replay', 'he');
  await page.getByText('Step 2 of 2').waitFor();
  await page.getByRole('cell', { name: 'profile.phone' }).waitFor();
  await page.keyboard.press(',');
  await page.getByRole('heading', { name: 'Customer registered' }).waitFor();
  expect(new URL(page.url()).searchParams.get('step')).toBe('1');
});

it('replays a customer under other rules', async () => {
  const page = await product.open('/audit/acme?tab=whatIf', 'he');
  await page.getByLabel('Setting of the rules').selectOption('LIFECYCLE_DECLINING_SILENT_DAYS');
  await page.getByLabel('Value').fill('20');
  await page.getByRole('button', { name: 'Replay' }).last().click();
  await page.getByText('LIFECYCLE_DECLINING_SILENT_DAYS: 20 instead of 180').waitFor();
  await page.getByRole('heading', { name: /No decision would have been different/ }).waitFor();
});

it('is not offered to those who may not read histories', async () => {
  const page = await product.open('/audit', 'sun');
  await page.getByRole('heading', { name: 'There is no such page' }).waitFor();
});

it.each([
  { path: '/audit', width: 1440, theme: 'light' },
  { path: '/audit/acme?tab=replay', width: 390, theme: 'dark' },
] as const)('is accessible at $path with $width pixels in $theme', async ({ path, ...look }) => {
  const page = await product.open(path, 'he', look);
  await page
    .getByText(/Customer registered|Step 2/)
    .first()
    .waitFor();
  expect(await violationsOn(page)).toEqual([]);
  const room = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(room).toBe(0);
});

import type { Page } from 'playwright-core';
import { violationsOn } from './axe.js';
import { foundCompany } from './company.js';
import { Product } from './product.js';
import { sendForm, turnTo } from './steps.js';

let product: Product;
beforeAll(async () => {
  product = await (await Product.start()).claim();
  await foundCompany(product.admin);
  await product.hire('li.na', 'Li Na', 'manager');
});
afterAll(() => product?.stop());

const EAST = '/customers?region=east&sort=-registeredAt';

const menuOf = async (page: Page) => {
  await page.locator('button.saved-views').click();
  const menu = page.getByRole('group', { name: 'Views' });
  await menu.waitFor();
  return menu;
};

const formOf = async (page: Page, name: string) => {
  await (await menuOf(page)).getByRole('button', { name: 'Save this view…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill(name);
  return dialog;
};

const save = async (page: Page, name: string, isShared = false) => {
  const dialog = await formOf(page, name);
  if (isShared) await dialog.getByRole('checkbox').check();
  await sendForm(dialog);
  await page.locator('button.saved-views', { hasText: name }).waitFor();
};

const act = async (page: Page, name: string, which: string) => {
  const menu = await menuOf(page);
  await menu.getByRole('button', { name: `Actions on “${name}”` }).click();
  await menu.getByRole('button', { name: which }).click();
};

const namesIn = async (page: Page) => {
  const names = (await menuOf(page)).getByRole('link');
  const all = await names.evaluateAll((links) => links.map((link) => link.querySelector('.name')!.textContent));
  await page.keyboard.press('Escape');
  return all;
};

it('saves what a list shows, and opens it as a link', async () => {
  const page = await product.open(EAST);
  await save(page, 'In the east');
  await turnTo(page, '/customers');
  await page.getByRole('link', { name: /Alfreds/ }).waitFor();
  await (await menuOf(page)).getByRole('link', { name: 'In the east' }).click();
  await page.waitForURL(/region=east/);
  await page.getByRole('link', { name: /Alfreds/ }).waitFor({ state: 'detached' });
  expect(new URL(page.url()).searchParams.get('sort')).toBe('-registeredAt');
});

it('keeps no searched words, says so, and forgets them when a view is opened', async () => {
  const page = await product.open('/customers?region=east');
  await page.getByRole('searchbox').fill('Alfreds');
  await page.getByRole('heading', { name: 'Nothing matches' }).waitFor();
  const dialog = await formOf(page, 'Without words');
  await dialog.getByText('Searched words and personal values are not kept.').waitFor();
  await sendForm(dialog);
  const { items } = await product.read<{ readonly items: readonly object[] }>('/v1/saved-views?list=customers');
  expect(JSON.stringify(items)).not.toContain('Alfreds');
  await (await menuOf(page)).getByRole('link', { name: 'Without words' }).click();
  await page.getByRole('link', { name: /杭州钱塘/ }).waitFor();
  expect(await page.getByRole('searchbox').inputValue()).toBe('');
});

it('shows what is shared to others, who cannot change it', async () => {
  const page = await product.open('/complaints?desk=closed&severity=critical', 'li.na');
  await save(page, 'Critical ones', true);
  const again = await formOf(page, 'CRITICAL ones');
  await again.getByRole('button', { name: 'Save' }).click();
  await again.getByRole('alert').getByText('Choose another name').waitFor();
  const other = await product.open('/complaints');
  await (await menuOf(other)).getByRole('link', { name: /Critical ones.*Li Na/ }).click();
  await other.waitForURL(/desk=closed&severity=critical/);
  const menu = await menuOf(other);
  await menu.getByRole('button', { name: 'Actions on “Critical ones”' }).click();
  expect(await menu.getByRole('button').allTextContents()).not.toContain('Replace with what is shown');
});

it('replaces, renames and deletes a view of the user', async () => {
  const page = await product.open('/pipeline?layout=list&step=intent');
  await save(page, 'Intents');
  await turnTo(page, '/pipeline?step=trading');
  await act(page, 'Intents', 'Replace with what is shown');
  await page.getByRole('status').getByText('“Intents” is replaced').waitFor();
  await page.locator('button.saved-views', { hasText: 'Intents' }).waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('status').getByText('“Intents” is as it was').waitFor();
  await act(page, 'Intents', 'Rename or share…');
  await page.getByRole('dialog').getByLabel('Name').fill('All intents');
  await sendForm(page.getByRole('dialog'));
  await (await menuOf(page)).getByRole('link', { name: 'All intents' }).click();
  await page.waitForURL(/layout=list&step=intent/);
  await act(page, 'All intents', 'Delete…');
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  expect(await namesIn(page)).toEqual([]);
});

it('is used by the keyboard alone', async () => {
  const page = await product.open('/customers');
  await page.getByRole('link', { name: /Alfreds/ }).waitFor();
  await page.keyboard.press('v');
  const first = page.getByRole('group', { name: 'Views' }).getByRole('link').first();
  await first.and(page.locator(':focus')).waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await page.keyboard.press('ArrowUp');
  await page.locator('.saved .last:focus').waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(/region=east/);
  await page.locator('button.saved-views:focus').waitFor();
});

it('lets an administrator delete what another shares, on a phone', async () => {
  await product.admin.post('/v1/saved-views', {
    ...{ list: 'deals', name: 'Old', shared: true },
    state: { filters: {}, sort: null, columns: null, display: { layout: ['list'] } },
  });
  const page = await product.open('/pipeline', 'admin', { width: 390 });
  await act(page, 'Old', 'Delete…');
  await page.getByRole('dialog').getByText('The view goes for everybody').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  expect(await namesIn(page)).toEqual([]);
});

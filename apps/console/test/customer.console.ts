import type { Page } from 'playwright-core';
import { foundCompany } from './company.js';
import { Product } from './product.js';
import { sendForm } from './steps.js';

let product: Product;
let page: Page;
beforeAll(async () => {
  product = await (await Product.start()).claim();
  await foundCompany(product.admin);
});
afterAll(() => product?.stop());
beforeEach(async () => {
  page = await product.open('/customers/qiantang');
  await page.getByRole('heading', { name: '杭州钱塘智能装备制造有限公司' }).waitFor();
});
afterEach(() => page.context().close());

it('changes a fact in place with its reason, says at which position, and changes it back', async () => {
  await page.getByRole('button', { name: 'Change Industry' }).click();
  await page.getByLabel('Industry').fill('machinery');
  await page.getByLabel('Reason').fill('Read on the web site.');
  await page.keyboard.press('Enter');
  await page.getByText(/Saved at position \d+/).waitFor();
  await page.getByRole('button', { name: /Customer data changed: machinery/ }).click();
  await page.getByText('Read on the web site.').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText(/Undone at position \d+/).waitFor();
});

it('shows what the rules say of a contact before it is made, and the message of a rule at its field', async () => {
  await page.getByRole('button', { name: 'Record contact' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Channel').selectOption('phone');
  await form.getByRole('button', { name: 'Outbound' }).click();
  await form.getByLabel('Purpose').selectOption('marketing');
  await form.locator('.rule .no', { hasText: 'Phone:' }).first().waitFor();
  await form.getByLabel('Purpose').selectOption('service');
  await form.getByText('Phone: may be contacted').waitFor();
  await form.getByRole('button', { name: 'Record contact' }).click();
  await form.getByRole('alert').first().waitFor();

  await form.getByRole('button', { name: 'Inbound' }).click();
  await form.getByLabel('Summary').fill('Wants a quote for two more chargers.');
  await form.getByLabel('Outcome').selectOption({ index: 1 });
  await sendForm(form);
  await page.getByText(/Saved at position \d+/).waitFor();
  await page.getByRole('button', { name: /Wants a quote/ }).waitFor();
});

it('keeps what was entered while the drawer is closed', async () => {
  await page.keyboard.press('c');
  await page.getByRole('dialog').getByLabel('Summary').fill('Half a sentence');
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  await page.keyboard.press('c');
  expect(await page.getByRole('dialog').getByLabel('Summary').inputValue()).toBe('Half a sentence');
});

it('shows the page as of any moment, and leads back to now', async () => {
  await page.getByText('0571 8655 0199').waitFor();
  await page.goto(`${product.url}/customers/qiantang?asOf=2026-02-20`);
  await page.getByText('0571 8655 0142').waitFor();
  expect(await page.getByText('0571 8655 0199').count()).toBe(0);
  expect(await page.getByRole('button', { name: 'Record contact' }).count()).toBe(0);
  await page.getByRole('slider').focus();
  await page.keyboard.press('ArrowRight');
  await page.waitForURL(/asOf=2026-02-2\d/);
  await page.getByRole('button', { name: 'Back to now' }).click();
  await page.getByText('0571 8655 0199').waitFor();
});

it('goes from event to event', async () => {
  await page.getByRole('button', { name: 'Previous event' }).click();
  await page.waitForURL(/asOf=/);
  const first = new URL(page.url()).searchParams.get('asOf');
  await page.keyboard.press(',');
  await page.waitForURL((url) => url.searchParams.get('asOf') !== first);
  await page.keyboard.press('n');
  await page.waitForURL((url) => !url.searchParams.has('asOf'));
});

it('compares two moments, with the event that made the difference', async () => {
  await page.goto(`${product.url}/customers/qiantang?compare=2026-02-20`);
  const row = page.getByRole('row', { name: /Phone/ });
  await row.waitFor();
  expect(await row.textContent()).toMatch(/0142.*0199.*Customer data changed/);
  await page.getByRole('button', { name: 'Close comparison' }).last().click();
  await page.getByRole('heading', { name: 'Timeline' }).waitFor();
});

it('shows events by kind, and of one who, why, when and its position; the address has both', async () => {
  await page.getByRole('button', { name: /Data changes/ }).click();
  await page
    .getByRole('button', { name: /Customer data changed/ })
    .last()
    .click();
  await page.getByText('The company has moved.').waitFor();
  const { search } = new URL(page.url());
  expect(search).toMatch(/kind=data.*event=/);
  await page.getByText('CustomerDataChanged').waitFor();
});

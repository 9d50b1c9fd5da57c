import type { Page } from 'playwright-core';
import { violationsOn } from './axe.js';
import { Product } from './product.js';
import { kept } from './steps.js';

let product: Product;
let page: Page;
beforeAll(async () => {
  product = await (await Product.start()).claim();
  await product.register('Acme', 'prospect');
  await product.openDeal({ dealId: 'tools', title: 'Hand tools' });
});
afterAll(() => product?.stop());
afterEach(() => page.context().close());

type View = { readonly profile: Readonly<Record<string, unknown>> };

/** What another user does meanwhile. */
const meanwhile = (path: string, body: object) => product.admin.post(path, body);

const choice = (name: RegExp) => page.getByRole('dialog').getByRole('radio', { name });

const beginToChange = async (field: string, value: string) => {
  await page.getByRole('button', { name: `Change ${field}` }).click();
  await page.getByLabel(field, { exact: true }).fill(value);
};

it('shows original, theirs and mine of a customer, and saves the choice for each field', async () => {
  page = await product.open('/customers/acme');
  await beginToChange('Industry', 'tools');
  await page.getByLabel('Reason').fill('Said so.');
  await meanwhile('/v1/customers/acme/change-data', {
    changes: { industry: 'trade', website: 'https://acme.example' },
  });
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByText('Customer data changed').waitFor();
  await choice(/^Industry, Original: nothing/).waitFor();
  expect(await choice(/^Industry, Mine: tools/).isChecked()).toBe(true);
  expect(await choice(/^Website, Theirs: https:\/\/acme\.example/).isChecked()).toBe(true);
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole('button', { name: 'Save choice' }).click();
  await page.getByText(/Saved at position \d+/).waitFor();
  const { profile } = await product.read<View>('/v1/customers/acme');
  expect(profile).toMatchObject({ industry: 'tools', website: 'https://acme.example' });
});

it('goes back to the form with what was entered, and keeps theirs where that is chosen', async () => {
  page = await product.open('/customers/acme');
  await beginToChange('E-mail', 'mine@acme.example');
  await meanwhile('/v1/customers/acme/change-data', { changes: { email: 'theirs@acme.example' } });
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Back to the form' }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  expect(await page.getByLabel('E-mail', { exact: true }).inputValue()).toBe('mine@acme.example');
  await page.getByLabel('E-mail', { exact: true }).press('Enter');
  await choice(/^E-mail, Theirs: theirs@/).check();
  await page.getByRole('button', { name: 'Keep theirs' }).click();
  await page.getByRole('button', { name: 'Change E-mail' }).waitFor();
  const { profile } = await product.read<View>('/v1/customers/acme');
  expect(profile).toMatchObject({ email: 'theirs@acme.example' });
});

it('asks in the form of a command, too, and sends it again with what was chosen', async () => {
  page = await product.open('/deals/tools');
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('button', { name: 'Change the terms of an open deal' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Title').fill('Hand tools for Linz');
  await meanwhile('/v1/deals/tools/change', { title: 'Hand tools, second lot', expectedCloseDate: '2030-05-03' });
  await form.locator('button[type=submit]').click();
  const mine = page.getByRole('radio', { name: /^Title, Mine: Hand tools for Linz/ });
  await mine.waitFor();
  expect(await mine.isChecked()).toBe(true);
  await page.getByRole('button', { name: 'Save choice' }).click();
  await page.getByRole('heading', { name: 'Hand tools for Linz' }).waitFor();
  expect(await product.read('/v1/deals/tools')).toMatchObject({
    ...{ title: 'Hand tools for Linz', expectedCloseDate: '2030-05-03' },
  });
});

it('overwrites nothing that others have changed since the draft was begun, unless the user chooses so', async () => {
  page = await product.open('/deals/tools');
  const changing = async () => {
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('button', { name: 'Change the terms of an open deal' }).click();
    return page.getByRole('dialog');
  };
  await kept(page, async () => (await changing()).getByLabel('Title').fill('Hand tools for Graz'));
  await meanwhile('/v1/deals/tools/change', {
    title: 'Hand tools, third lot',
    expectedCloseDate: '2030-06-03',
  });
  await product.read('/v1/deals/tools');
  await page.reload();
  await page.getByRole('heading', { name: 'Hand tools, third lot' }).waitFor();
  const form = await changing();
  await form.getByText(/^Draft of/).waitFor();
  await form.locator('button[type=submit]').click();
  const mine = page.getByRole('radio', { name: /^Title, Mine: Hand tools for Graz/ });
  await mine.waitFor();
  expect(await page.getByRole('radio', { name: /Original/ }).count()).toBe(0);
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole('radio', { name: /^Title, Theirs: Hand tools, third lot/ }).check();
  await mine.check();
  await page.getByRole('button', { name: 'Save choice' }).click();
  await page.getByRole('heading', { name: 'Hand tools for Graz' }).waitFor();
  expect(await product.read('/v1/deals/tools')).toMatchObject({
    ...{ title: 'Hand tools for Graz', expectedCloseDate: '2030-06-03' },
  });
});

it('shows theirs and mine of a fact whose draft was begun before others have changed it', async () => {
  page = await product.open('/customers/acme');
  await kept(page, () => beginToChange('Industry', 'tools and dies'));
  await meanwhile('/v1/customers/acme/change-data', { changes: { industry: 'hardware' } });
  await product.read('/v1/customers/acme');
  await page.reload();
  await page.getByRole('button', { name: /hardware.*Change Industry/ }).click();
  await page.getByText(/^Draft of/).waitFor();
  expect(await page.getByLabel('Industry', { exact: true }).inputValue()).toBe('tools and dies');
  await page.getByLabel('Industry', { exact: true }).press('Enter');
  await choice(/^Industry, Theirs: hardware/).waitFor();
  expect(await choice(/Original/).count()).toBe(0);
  await kept(page, () => page.getByRole('button', { name: 'Save choice' }).click(), 'DELETE');
  await page.getByText(/Saved at position \d+/).waitFor();
  const { profile } = await product.read<View>('/v1/customers/acme');
  expect(profile).toMatchObject({ industry: 'tools and dies' });
});

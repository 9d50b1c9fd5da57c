import type { Page } from 'playwright-core';
import { Product } from './product.js';
import { sendForm } from './steps.js';

const NAME = '苏州安和精密仪器有限公司';

type View = { readonly customerId: string; readonly profile: Readonly<Record<string, unknown>> };

let product: Product;
let page: Page;
beforeAll(async () => {
  product = await (await Product.start()).claim();
  const register = (customerId: string, more: object) =>
    product.admin.post('/v1/customers', {
      ...{ customerId, kind: 'organisation', roles: ['prospect'], phone: '051262880100' },
      ...more,
    });
  await register('anhe', { name: NAME, code: 'C-1', website: 'https://anhe.example', email: 'info@anhe.example' });
  await register('anhe-2', { name: '安和精密仪器', code: 'C-2', email: 'buy@anhe.example', industry: 'instruments' });
  const value = { amount: '120000.00', currency: 'CNY' };
  await product.openDeal({ dealId: 'scales', customerId: 'anhe-2', title: 'Ten scales', value });
});
afterAll(() => product?.stop());
beforeEach(async () => {
  page = await product.open('/customers/anhe');
  await page.getByRole('heading', { name: NAME }).waitFor();
});
afterEach(() => page.context().close());

const profileOf = async (customerId: string) => (await product.read<View>(`/v1/customers/${customerId}`)).profile;

it('merges a probable duplicate with a choice per field, says what follows, and undoes it from the message', async () => {
  await page.getByRole('heading', { name: 'Probably the same customer' }).waitFor();
  await page.getByRole('button', { name: /^Merge….*安和精密仪器/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/1 deal\./).waitFor();
  expect(await dialog.getByRole('radio', { name: /^Industry, C-2: instruments/ }).isChecked()).toBe(true);
  await dialog.getByRole('radio', { name: /^E-mail.*buy@anhe\.example/ }).check();
  await dialog.getByRole('button', { name: 'Merge' }).click();
  await dialog.getByRole('alert').waitFor();
  await dialog.getByLabel('Reason').fill('Registered twice.');
  await sendForm(dialog);
  await page.getByRole('heading', { name: 'Merged into this customer' }).waitFor();
  expect(await page.getByRole('heading', { name: 'Probably the same customer' }).count()).toBe(0);
  await page.getByRole('link', { name: 'Ten scales' }).waitFor();
  await page.getByRole('button', { name: /Deal opened: Ten scales.*recorded for 安和精密仪器/ }).waitFor();
  expect(await profileOf('anhe')).toMatchObject({ name: NAME, email: 'buy@anhe.example', industry: 'instruments' });

  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await page.getByText(/Undone at position \d+/).waitFor();
  await page.getByRole('heading', { name: 'Probably the same customer' }).waitFor();
  expect(await profileOf('anhe')).toMatchObject({ email: 'info@anhe.example' });
  expect(await profileOf('anhe-2')).toMatchObject({ email: 'buy@anhe.example' });
});

it('merges into the other one, leads to it, and parts them again from its page', async () => {
  await page.getByRole('button', { name: /^Merge….*安和精密仪器/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: /^Remains, C-2: / }).check();
  await dialog.getByLabel('Reason').fill('Registered twice.');
  await sendForm(dialog);
  await page.waitForURL(/customers\/anhe-2$/);
  await page.getByText('Registered twice.').first().waitFor();
  await page.getByRole('button', { name: /^Undo merge…/ }).click();
  await page.getByRole('dialog').getByLabel('Reason').fill('Mother and daughter.');
  await sendForm(page.getByRole('dialog'));
  await page.getByText(/Saved at position \d+/).waitFor();
  await page.getByRole('heading', { name: 'Probably the same customer' }).waitFor();
  expect(await product.read('/v1/customers/anhe')).toMatchObject({ customerId: 'anhe', profile: { name: NAME } });
});

it('merges with a customer that is found by what one types, and has the story of both from then on only', async () => {
  await page.locator('header').getByRole('button', { name: 'More' }).click();
  await page.getByRole('button', { name: 'Merge with another customer' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('searchbox', { name: 'The other customer' }).fill('C-1'); // itself
  await dialog.getByText('No customer is called so.').waitFor();
  await dialog.getByRole('searchbox', { name: 'The other customer' }).fill('C-2');
  await dialog.getByRole('link', { name: /安和精密仪器/ }).click();
  await dialog.getByLabel('Reason').fill('Registered twice.');
  await sendForm(dialog);
  const ofOther = page.getByRole('button', { name: /Deal opened: Ten scales/ });
  await ofOther.waitFor();
  await page
    .getByRole('button', { name: /^Customers merged/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Page before this' }).click();
  await ofOther.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Back to now' }).click();
  await ofOther.waitFor();

  await page.getByRole('button', { name: /^Undo merge…/ }).click();
  await dialog.getByLabel('Reason').fill('Two after all.');
  await sendForm(dialog);
  await page.getByText(/Saved at position \d+/).waitFor();
  await ofOther.waitFor({ state: 'detached' });
});

it('can be typed in as soon as the dialog is open', async () => {
  await page.goto(`${product.url}/customers/anhe?merge=`);
  const field = page.getByRole('dialog').getByRole('searchbox', { name: 'The other customer' });
  await field.waitFor();
  await page.keyboard.type('C-2');
  await page
    .getByRole('dialog')
    .getByRole('link', { name: /安和精密仪器/ })
    .waitFor();
  expect(await field.inputValue()).toBe('C-2');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.locator('header').getByRole('button', { name: 'More' }).click();
  await page.getByRole('button', { name: 'Merge with another customer' }).click();
  await field.waitFor();
  await page.keyboard.type('C-2');
  await page
    .getByRole('dialog')
    .getByRole('link', { name: /安和精密仪器/ })
    .waitFor();
});

it('records that two are not the same, and does not ask again', async () => {
  await page.getByRole('button', { name: /^Not the same…/ }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Reason').fill('Mother and daughter.');
  await sendForm(form);
  await page.getByText(/Saved at position \d+/).waitFor();
  await page.getByRole('heading', { name: 'Facts' }).waitFor();
  await page.getByRole('heading', { name: 'Probably the same customer' }).waitFor({ state: 'detached' });
});

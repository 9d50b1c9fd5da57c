import type { Page, Route } from 'playwright-core';
import { violationsOn } from './axe.js';
import { PASSWORD, Product } from './product.js';
import { kept, sendForm } from './steps.js';

let product: Product;
let page: Page;
beforeAll(async () => {
  product = await (await Product.start()).claim();
  await product.register('Acme', 'prospect');
  await product.hire('li', 'Li Na', 'administrator');
});
afterAll(() => product?.stop());
afterEach(() => page.context().close());

type Answer = { readonly draft: { readonly values: Readonly<Record<string, unknown>> } | null };

const CONTACT = '**/v1/me/drafts/MakeContact~acme';

const formOn = async (on: Page) => {
  const form = on.getByRole('dialog');
  await form.getByLabel('Summary').waitFor();
  return form;
};

const composed = async (on: Page) => {
  await on.getByRole('button', { name: 'Record contact' }).click();
  return formOn(on);
};

/** The form is open again: its address says so. */
const reloaded = async (on: Page) => {
  await on.reload();
  return formOn(on);
};

const valuesOf = async (form: string) =>
  ((await product.admin.get(`/v1/me/drafts/${form}`)).body as Answer).draft?.values ?? null;

const discardContact = async () => void (await product.admin.delete('/v1/me/drafts/MakeContact~acme'));

describe('a contact that was not recorded yet', () => {
  beforeEach(async () => {
    await discardContact();
    page = await product.open('/customers/acme');
    const form = await composed(page);
    await form.getByLabel('Channel').selectOption('phone');
    await kept(page, () => form.getByLabel('Summary').fill('Asked for a quo'), 'PUT', 'Asked for a quo');
  });

  it('is in the form again after a reload, and in another browser of the user, until it is discarded', async () => {
    const form = await reloaded(page);
    await form.getByText(/^Draft of \d\d:\d\d$/).waitFor();
    expect(await form.getByLabel('Summary').inputValue()).toBe('Asked for a quo');
    expect(await form.getByLabel('Channel').inputValue()).toBe('phone');
    expect(await violationsOn(page)).toEqual([]);

    const other = await product.open('/customers/acme');
    const there = await composed(other);
    await there.getByText(/^Draft of \d\d:\d\d$/).waitFor();
    expect(await there.getByLabel('Summary').inputValue()).toBe('Asked for a quo');
    await kept(other, () => there.getByRole('button', { name: 'Discard' }).click(), 'DELETE');
    expect(await there.getByLabel('Summary').inputValue()).toBe('');
    await there.getByText(/^Draft of/).waitFor({ state: 'hidden' });
    await other.context().close();
    expect(await valuesOf('MakeContact~acme')).toBeNull();
  });

  it('is there again when its discarding is undone', async () => {
    const form = await reloaded(page);
    await kept(page, () => form.getByRole('button', { name: 'Discard' }).click(), 'DELETE');
    await kept(page, () => page.getByRole('button', { name: 'Undo' }).click());
    expect(await form.getByLabel('Summary').inputValue()).toBe('Asked for a quo');
  });

  it('is gone when the form is sent', async () => {
    const form = page.getByRole('dialog');
    await form.getByRole('button', { name: 'Inbound' }).click();
    await form.getByLabel('Purpose').selectOption('sales');
    await form.getByLabel('Outcome').selectOption({ index: 1 });
    await kept(page, () => sendForm(form), 'DELETE');
    expect(await valuesOf('MakeContact~acme')).toBeNull();
    expect(await (await composed(page)).getByLabel('Summary').inputValue()).toBe('');
  });

  it('is not seen by another user', async () => {
    const other = await product.open('/customers/acme', 'li');
    const form = await composed(other);
    await form.getByLabel('Summary').fill('x');
    await form.getByLabel('Summary').fill('');
    expect(await form.getByText(/Draft of|draft of/).count()).toBe(0);
    await other.context().close();
    expect(await valuesOf('MakeContact~acme')).toMatchObject({ summary: 'Asked for a quo' });
  });

  it('is offered where the user has begun to type before it arrives, and overwrites nothing', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    const hold = async (route: Route) => {
      await held;
      await route.continue();
    };
    await page.route(CONTACT, hold, { times: 1 });
    const form = await reloaded(page);
    await form.getByLabel('Summary').fill('Called again');
    release();
    await form.getByText(/^There is a draft of \d\d:\d\d$/).waitFor();
    expect(await form.getByLabel('Summary').inputValue()).toBe('Called again');
    await form.getByRole('button', { name: 'Use it' }).click();
    expect(await form.getByLabel('Summary').inputValue()).toBe('Asked for a quo');
    await form.getByText(/^Draft of \d\d:\d\d$/).waitFor();
  });
});

it('keeps what is typed while the session ends, and saves it when the user has signed in again', async () => {
  await discardContact();
  page = await product.open('/customers/acme');
  const form = await composed(page);
  let hasEnded = false;
  await page.route(CONTACT, async (route) => {
    const isEnd = !hasEnded && route.request().method() === 'PUT';
    if (isEnd) await page.context().clearCookies();
    hasEnded ||= isEnd;
    await route.continue();
  });
  await form.getByLabel('Summary').fill('While the session ended');
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await page.getByLabel('Name', { exact: true }).fill('admin');
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await kept(page, () => page.getByRole('button', { name: 'Sign in' }).click());
  expect(await form.getByLabel('Summary').inputValue()).toBe('While the session ended');
  expect(await valuesOf('MakeContact~acme')).toEqual({ summary: 'While the session ended' });
  expect(await (await reloaded(page)).getByLabel('Summary').inputValue()).toBe('While the session ended');
});

import type { Route } from 'playwright-core';
import { PASSWORD, Product } from './product.js';

let product: Product;
beforeAll(async () => (product = await Product.start()));
afterAll(() => product?.stop());

const SEARCH = /\/v1\/customers\?.*q=Acme/;

it('leads from the one-time password to one of the user’s choice, and to the page that was asked for', async () => {
  const page = await product.visit('/customers?state=mature');
  await page.getByLabel('Name', { exact: true }).fill('admin');
  await page.getByLabel('Password', { exact: true }).fill(product.oneTimePassword);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Choose your password' }).waitFor();

  await page.getByLabel('New password').fill('admin admin admin');
  await page.getByRole('button', { name: 'Save and go on' }).click();
  expect(await page.getByRole('alert').textContent()).toContain('easy to guess');

  await page.getByLabel('New password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Save and go on' }).click();
  await page.getByRole('heading', { name: 'Customers' }).waitFor();
  expect(new URL(page.url()).search).toBe('?state=mature');
});

it('hides passwords, and lets password managers fill them in', async () => {
  const page = await product.visit('/');
  const password = page.getByLabel('Password', { exact: true });
  expect([await password.getAttribute('type'), await password.getAttribute('autocomplete')]).toEqual([
    'password',
    'current-password',
  ]);
  expect(await page.getByLabel('Name', { exact: true }).getAttribute('autocomplete')).toBe('username');
});

it('says in both languages why it refuses a sign-in', async () => {
  const page = await product.visit('/', { language: 'zh' });
  await page.getByLabel('用户名').fill('admin');
  await page.getByLabel('密码').fill('wrong');
  await page.getByRole('button', { name: '登录' }).click();
  expect(await page.getByRole('alert').textContent()).toContain('用户名或密码错误');
});

it('ends by signing out', async () => {
  const page = await product.open('/customers');
  await page.getByRole('button', { name: /admin/ }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await page.goto(`${product.url}/customers`);
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
});

it('lets the user go on where he or she was when the session has ended', async () => {
  const page = await product.open('/customers');
  const end = async (route: Route) => {
    await page.context().clearCookies();
    await route.continue();
  };
  await page.route(SEARCH, end, { times: 1 });
  await page.getByRole('searchbox').fill('Acme Trading');
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await page.getByLabel('Name', { exact: true }).fill('admin');
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await page.getByRole('searchbox').inputValue()).toBe('Acme Trading');
});

it('keeps nothing in the browser but language and theme', async () => {
  const page = await product.open('/customers', 'admin', { isStill: true });
  await page.getByRole('button', { name: '中文' }).click();
  await page.getByRole('button', { name: '深色' }).click();
  const answer = page.waitForResponse(SEARCH);
  await page.getByRole('searchbox').fill('Acme Trading');
  await answer;
  const kept = () => [{ ...localStorage }, { ...sessionStorage }, document.cookie];
  expect(await page.evaluate(kept)).toEqual([{ 'annals.language': 'zh', 'annals.theme': 'dark' }, {}, '']);
  expect(page.url()).not.toContain('Acme');
});

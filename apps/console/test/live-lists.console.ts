import { violationsOn } from './axe.js';
import { Product } from './product.js';
import type { Page, Route } from 'playwright-core';

let product: Product;
let page: Page;
beforeAll(async () => {
  product = await (await Product.start()).claim();
  await product.hire('he', '何峰', 'auditor', 'sales');
  await product.register('Acme', 'prospect');
  await product.openDeal({ dealId: 'tools', title: 'Hand tools' });
});
afterAll(() => product?.stop());
afterEach(() => page.context().close());

/** What another user does. */
const meanwhile = async (path: string, body: object) => {
  const { status, body: answer } = await product.admin.post(path, body);
  if (status >= 300) throw new Error(JSON.stringify(answer));
};

const registered = (name: string) =>
  meanwhile('/v1/customers', { customerId: name, kind: 'organisation', name, roles: ['prospect'] });

/** A page that follows events, with the pointer away from its lists. */
const look = async (path: string, more: Parameters<Product['visit']>[1] = {}) => {
  await product.read('/v1/deals');
  page = await product.visit(path, more);
  const following = page.waitForResponse((response) => response.url().includes('/v1/events?'));
  await product.signIn(page, 'he');
  await following;
  if (more.width !== 390) await page.mouse.move(2, 2);
};

const card = (step: string) => page.getByRole('region', { name: step }).getByRole('article');

it('reads customers again at rest', async () => {
  await look('/customers');
  await page.getByText('Acme').first().waitFor();
  await registered('Borg');
  await page.getByText('Borg').first().waitFor();
});

it('knows that the pointer has left what was replaced below it', async () => {
  let answer = () => {};
  const asked = new Promise<void>((resolve) => (answer = resolve));
  const hold = async (route: Route) => {
    await asked;
    await route.continue();
  };
  page = await product.visit('/customers');
  await page.route('**/v1/customers?*', hold, { times: 1 });
  const following = page.waitForResponse((response) => response.url().includes('/v1/events?'));
  await product.signIn(page, 'he');
  await page.locator('.following').hover();
  answer();
  await page.getByText('Acme').first().waitFor();
  await following;
  await page.mouse.move(2, 2);
  await registered('Eon');
  await page.getByText('Eon').first().waitFor();
});

it('moves nothing under the pointer: it says how much has changed, and shows it when asked', async () => {
  await look('/pipeline?layout=list');
  await page.getByRole('link', { name: 'Hand tools' }).hover();
  await product.openDeal({ dealId: 'saws', title: 'Saws' });
  await product.openDeal({ dealId: 'drills', title: 'Drills' });
  const hint = page.getByRole('button', { name: '2 changes: show' });
  await hint.waitFor();
  expect(await page.getByRole('link', { name: 'Saws' }).count()).toBe(0);
  expect(await violationsOn(page)).toEqual([]);
  await hint.click();
  await page.getByRole('link', { name: 'Saws' }).waitFor();
  await hint.waitFor({ state: 'detached' });
});

it('shows what was kept back as soon as the pointer leaves', async () => {
  await look('/pipeline');
  await card('Need found').filter({ hasText: 'Hand tools' }).hover();
  await meanwhile('/v1/deals/tools/advance', { to: 'intent' });
  await page.getByRole('button', { name: '1 change: show' }).waitFor();
  expect(await card('Intent').count()).toBe(0);
  await page.mouse.move(2, 2);
  await card('Intent').filter({ hasText: 'Hand tools' }).waitFor();
  expect(await page.getByRole('button', { name: /change/ }).count()).toBe(0);
});

it('shows complaints as they are filed, and counts them', async () => {
  await look('/complaints');
  await page.getByRole('button', { name: /^Open 0/ }).waitFor();
  await meanwhile('/v1/complaints', {
    ...{ complaintId: 'noise', customerId: 'acme', subject: 'Noise', category: 'billing', severity: 'high' },
    ...{ channel: 'phone', text: 'Since Monday.' },
  });
  await page.getByRole('link', { name: 'Noise' }).waitFor();
  await page.getByRole('button', { name: /^Open 1/ }).waitFor();
});

it('follows on the home page', async () => {
  await look('/?tab=team');
  await page.getByRole('link', { name: 'Noise' }).waitFor();
  await meanwhile('/v1/complaints/noise/resolve', { rootCause: 'A bearing', remedy: 'Replaced' });
  await page.getByRole('link', { name: 'Noise' }).waitFor({ state: 'detached' });
});

it('waits for the user on a phone, where nothing says what is being looked at', async () => {
  await look('/customers', { width: 390, language: 'zh' });
  await page.getByText('Acme').first().waitFor();
  await registered('Cern');
  const hint = page.getByRole('button', { name: '1 项变更：显示' });
  await hint.waitFor();
  expect(await page.getByText('Cern').count()).toBe(0);
  await hint.tap();
  await page.getByText('Cern').first().waitFor();
});

it('reads nothing while the tab is hidden, and what was missed afterwards', async () => {
  await look('/customers');
  await page.getByText('Acme').first().waitFor();
  const turn = (isHidden: boolean) =>
    page.evaluate((hidden) => {
      Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
      const state = () => (hidden ? 'hidden' : 'visible');
      Object.defineProperty(document, 'visibilityState', { configurable: true, get: state });
      document.dispatchEvent(new Event('visibilitychange'));
    }, isHidden);
  await turn(true);
  let readings = 0;
  page.on('request', (request) => (readings += request.url().includes('/v1/customers?') ? 1 : 0));
  await registered('Dyne');
  await product.read('/v1/customers');
  expect(readings).toBe(0);
  await turn(false);
  await page.getByText('Dyne').first().waitFor();
});

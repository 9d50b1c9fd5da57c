import type { Page } from 'playwright-core';
import { Product } from './product.js';

let product: Product;
let page: Page;
beforeAll(async () => {
  product = await (await Product.start()).claim();
  await product.register('Acme', 'prospect');
  await product.openDeal({ dealId: 'tools', title: 'Hand tools' });
});
afterAll(() => product?.stop());
afterEach(() => page.context().close());

const contact = (summary: string) =>
  product.admin.post('/v1/customers/acme/contacts', {
    ...{ channel: 'phone', direction: 'inbound', purpose: 'service', outcome: 'reached', summary },
  });
const change = (changes: object) => product.admin.post('/v1/customers/acme/change-data', { changes });

const shown = (words: string) => page.getByRole('button', { name: new RegExp(words) });

const openCustomer = async () => {
  page = await product.open('/customers/acme');
  await page.getByRole('heading', { name: 'Timeline' }).waitFor();
};

it('shows what others do with the customer, and leaves alone what is being entered', async () => {
  await openCustomer();
  await page.getByRole('button', { name: 'Change Industry' }).click();
  await page.getByLabel('Industry', { exact: true }).fill('half a word');
  await contact('Wants to be called back.');
  await shown('Wants to be called back').waitFor();
  await change({ website: 'https://acme.example' });
  await page.locator('.fact', { hasText: 'https://acme.example' }).waitFor();
  expect(await page.getByLabel('Industry', { exact: true }).inputValue()).toBe('half a word');
});

it('holds new events back while the pointer is over the timeline', async () => {
  await openCustomer();
  await shown('Deal opened').hover();
  await contact('Asks for the manual.');
  await page.getByText('1 new event', { exact: true }).waitFor();
  expect(await shown('Asks for the manual').count()).toBe(0);
  await page.getByRole('heading', { name: 'Timeline' }).hover();
  await shown('Asks for the manual').waitFor();
});

it('shows a deal that others change', async () => {
  page = await product.open('/deals/tools');
  await page.getByRole('heading', { name: 'Hand tools', exact: true }).waitFor();
  await product.admin.post('/v1/deals/tools/change', { title: 'Hand tools for Linz' });
  await page.getByRole('heading', { name: 'Hand tools for Linz' }).waitFor();
});

it('shows what is recorded of a customer who is merged into the one that is shown', async () => {
  const register = { customerId: 'akme', kind: 'organisation', name: 'Akme', roles: ['prospect'] };
  await product.admin.post('/v1/customers', register);
  await product.openDeal({ dealId: 'saws', title: 'Saws', customerId: 'akme' });
  await product.admin.post('/v1/customers/acme/merge', { mergedId: 'akme', reason: 'Registered twice.' });
  await openCustomer();
  await page.getByRole('link', { name: 'Saws', exact: true }).waitFor();
  await product.admin.post('/v1/deals/saws/change', { title: 'Band saws' });
  await page.getByRole('link', { name: 'Band saws' }).waitFor();
});

it('opens a stream again that has ended, and goes on where it was', async () => {
  page = await product.open('/imports');
  let streams = 0;
  await page.route('**/v1/events?*', (route) => {
    streams += 1;
    const ended = 'retry: 3000\n\nevent: problem\ndata: {}\n\n';
    return streams <= 2 ? route.fulfill({ contentType: 'text/event-stream', body: ended }) : route.fallback();
  });
  await page.goto(`${product.url}/customers/acme`);
  await page.getByRole('heading', { name: 'Timeline' }).waitFor();
  await contact('Sends the signed form.');
  await shown('Sends the signed form').waitFor();
  expect(streams).toBeGreaterThan(2);
});

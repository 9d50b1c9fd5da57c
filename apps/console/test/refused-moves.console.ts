import type { Page } from 'playwright-core';
import { violationsOn } from './axe.js';
import { Product } from './product.js';
import { sendForm } from './steps.js';

let product: Product;
let page: Page;
beforeAll(async () => {
  product = await (await Product.startWith({ DEAL_STEP_GATES: 'trading=sample+lines' })).claim();
  await product.register('海澜水泵', 'prospect');
  await product.openDeal({ dealId: 'pipes', title: 'Pipes' });
  await product.openDeal({ dealId: 'meters', title: 'Meters', step: 'intent' });
});
afterAll(() => product?.stop());
afterEach(() => page.context().close());

const deal = (dealId: string) => product.read<{ readonly step: string }>(`/v1/deals/${dealId}`);

const cardIn = (step: string, title: string) =>
  page.getByRole('region', { name: step }).getByRole('article').filter({ hasText: title });

const cardOf = (title: string) => page.getByRole('article').filter({ hasText: title });

/** The pipeline, as it was when it was opened. */
const openBoard = async (look: Parameters<Product['open']>[2] = {}) => {
  page = await product.open('/pipeline', 'admin', { ...look, isStill: true });
  await cardOf('Pipes').first().waitFor();
};

it('shows who moved a deal meanwhile, where it is now, and moves it again', async () => {
  await openBoard();
  await product.admin.post('/v1/deals/pipes/advance', { to: 'negotiation' });
  await page.getByRole('button', { name: 'Move “Pipes”' }).click();
  await page.getByRole('button', { name: 'Contact and sample', exact: true }).click();
  const card = cardIn('Negotiation', 'Pipes');
  await card
    .getByRole('alert')
    .getByText(/moved it to Negotiation/)
    .waitFor();
  expect(await card.getByRole('alert').textContent()).toMatch(/^admin|Administrator/);
  expect(await cardOf('Pipes').count()).toBe(1);
  expect(await violationsOn(page)).toEqual([]);
  expect(await deal('pipes')).toMatchObject({ step: 'negotiation' });

  await card.getByRole('button', { name: 'Move to Contact and sample again' }).click();
  const dialog = page.getByRole('dialog', { name: 'Why does “Pipes” go back to Contact and sample?' });
  await dialog.getByLabel('Reason').fill('The customer wants samples.');
  await sendForm(dialog);
  await page.getByText('“Pipes” is now in Contact and sample').waitFor();
  expect(await page.getByRole('alert').count()).toBe(0);
  expect(await deal('pipes')).toMatchObject({ step: 'contact-and-sample' });
});

it('says what a step needs, and goes there with a reason', async () => {
  await openBoard();
  await page.getByRole('button', { name: 'Move “Meters”' }).click();
  await page.getByRole('button', { name: 'Trading', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Move “Meters” to Trading without what it needs?' });
  await dialog.getByText(/the deal needs: a sample that was sent, at least one line\./).waitFor();
  expect(await violationsOn(page)).toEqual([]);
  expect(await deal('meters')).toMatchObject({ step: 'intent' });
  await dialog.getByLabel('Reason').fill('They know our meters.');
  await sendForm(dialog);
  await page.getByText('“Meters” is now in Trading').waitFor();
  expect(await deal('meters')).toMatchObject({ step: 'trading' });
  await product.admin.post('/v1/deals/meters/advance', { to: 'intent', reason: 'Not yet.' });
});

it('puts a deal back with the sentence of the problem beside it', async () => {
  await openBoard();
  await page.route('**/v1/deals/meters/advance', (route) =>
    route.fulfill({ status: 409, json: { code: 'DealLost', title: 'Deal lost', detail: 'The deal is lost.' } }),
  );
  await page.getByRole('button', { name: 'Move “Meters”' }).click();
  await page.getByRole('button', { name: 'Negotiation', exact: true }).click();
  const card = cardIn('Intent', 'Meters');
  await card.getByRole('alert').getByText('The deal is lost.').waitFor();
  expect(await card.getByRole('button', { name: /again/ }).count()).toBe(0);
});

it('says of a deal that others have closed how it ended, until that is read', async () => {
  await openBoard({ language: 'zh', width: 390 });
  await product.admin.post('/v1/deals/pipes/close', { outcome: 'lost', reason: 'Too late.' });
  await page.getByRole('button', { name: '移动“Pipes”' }).click();
  await page.getByRole('button', { name: '议价', exact: true }).click();
  await page
    .getByRole('alert')
    .getByText(/已按丢单关闭/)
    .waitFor();
  await cardOf('Pipes').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: '知道了' }).click();
  await page.getByRole('alert').waitFor({ state: 'detached' });
});

import type { Page } from 'playwright-core';
import { violationsOn } from './axe.js';
import { Product } from './product.js';
import { sendForm } from './steps.js';

let product: Product;
beforeAll(async () => {
  product = await (await Product.start()).claim();
  await product.register('海澜水泵', 'prospect');
  await open('pumps', 'Pumps for the harbour', '120000');
  await open('meters', 'Meters', '5000', 'intent');
});
afterAll(() => product?.stop());

const open = (dealId: string, title: string, amount: string, step?: string) =>
  product.openDeal({ dealId, title, value: { amount, currency: 'CNY' }, step });

const deal = (dealId: string) =>
  product.read<{ readonly step: string; readonly status: string; readonly reason: string | null }>(
    `/v1/deals/${dealId}`,
  );

/** The pipeline when nothing on it moves any more. */
const openBoard = async (): Promise<Page> => {
  const page = await product.open('/pipeline');
  await page.getByRole('article').first().waitFor();
  await page.locator('.sk').first().waitFor({ state: 'detached' });
  return page;
};

const cardOf = (page: Page, title: string) => page.getByRole('article').filter({ hasText: title });

it('moves a deal that is dragged, and takes the move back', async () => {
  const page = await openBoard();
  await cardOf(page, 'Pumps for the harbour').dragTo(page.getByRole('region', { name: 'Contact and sample' }));
  const toast = page.getByText('“Pumps for the harbour” is now in Contact and sample');
  await toast.waitFor();
  expect(await deal('pumps')).toMatchObject({ step: 'contact-and-sample' });

  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('“Pumps for the harbour” is back in Need found').waitFor();
  expect(await deal('pumps')).toMatchObject({ step: 'need-found' });
  await page.getByRole('region', { name: 'Need found' }).filter({ hasText: 'Pumps' }).waitFor();
});

it('takes a deal that is dropped before the board is drawn again', async () => {
  const page = await openBoard();
  const target = await page.getByRole('region', { name: 'Contact and sample' }).elementHandle();
  await cardOf(page, 'Pumps for the harbour').evaluate((card, place) => {
    const dataTransfer = new DataTransfer();
    const event = (type: string) => new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer });
    card.dispatchEvent(event('dragstart'));
    if (place.dispatchEvent(event('dragover'))) throw new Error('The place does not take the deal.');
    place.dispatchEvent(event('drop'));
  }, target);
  await page.getByText('“Pumps for the harbour” is now in Contact and sample').waitFor();
  expect(await deal('pumps')).toMatchObject({ step: 'contact-and-sample' });
});

it('moves a deal by its menu, with keys alone, in Chinese', async () => {
  const page = await product.open('/pipeline', 'admin', { language: 'zh', width: 390 });
  await page.getByRole('button', { name: '移动“Pumps for the harbour”' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '议价' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('“Pumps for the harbour”已移到“议价”').waitFor();
  expect(await deal('pumps')).toMatchObject({ step: 'negotiation' });
});

it('asks for the reason that a rule wants, and writes nothing before', async () => {
  const page = await product.open('/pipeline');
  await page.getByRole('button', { name: 'Move “Pumps for the harbour”' }).click();
  await page.getByRole('button', { name: 'Intent', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Why does “Pumps for the harbour” go back to Intent?' });
  await dialog.getByLabel('Reason').fill('The customer wants another size.');
  expect(await deal('pumps')).toMatchObject({ step: 'negotiation' });
  await sendForm(dialog);
  await page.getByText('“Pumps for the harbour” is now in Intent').waitFor();
  expect(await deal('pumps')).toMatchObject({ step: 'intent' });
});

it('closes a deal as lost with its reason where it is dropped, and opens it again', async () => {
  const page = await openBoard();
  await cardOf(page, 'Meters').hover();
  await page.mouse.down();
  await page.mouse.move(600, 600);
  const lost = page.getByText('Drop here: lost, asks for the reason');
  await lost.hover();
  await lost.hover();
  await page.mouse.up();
  const dialog = page.getByRole('dialog', { name: 'Why was “Meters” lost?' });
  await dialog.getByLabel('Reason').fill('Too expensive.');
  expect(await deal('meters')).toMatchObject({ status: 'open' });
  await sendForm(dialog);
  await page.getByText('“Meters” is lost').waitFor();
  expect(await deal('meters')).toMatchObject({ status: 'lost', reason: 'Too expensive.' });
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('“Meters” is back in Intent').waitFor();
  expect(await deal('meters')).toMatchObject({ status: 'open', step: 'intent' });
});

it('marks a deal that has been at its step for longer than the setting says, on the board and in the list', async () => {
  const occurredAt = new Date(Date.now() - 40 * 86_400_000).toISOString();
  await product.admin.post('/v1/customers', {
    ...{ customerId: 'old', kind: 'organisation', name: 'Old', roles: ['prospect'], occurredAt },
  });
  await product.openDeal({ dealId: 'filters', customerId: 'old', title: 'Filters', occurredAt });
  const page = await product.open('/pipeline');
  await cardOf(page, 'Filters').getByText('Stalled for 40 days').waitFor();
  await page.getByRole('button', { name: 'List' }).click();
  await page.getByRole('row').filter({ hasText: 'Filters' }).getByText('Stalled for 40 days').waitFor();
  expect(await page.getByText(/^Stalled/).count()).toBe(1);
});

it('leads from a deal to its terms', async () => {
  const page = await product.open('/pipeline');
  await page.getByRole('link', { name: 'Meters' }).click();
  await page.getByRole('heading', { name: 'Meters', level: 1 }).waitFor();
  await page.getByRole('link', { name: '海澜水泵' }).waitFor();
});

it.each([
  ['en', 1440],
  ['zh', 390],
] as const)('breaks no rule of accessibility in %s at %i', async (language, width) => {
  const page = await product.open('/pipeline', 'admin', { language, width });
  await page.getByRole('article').first().waitFor();
  expect(await violationsOn(page)).toEqual([]);
});

it('shows won deals from the last step of the sale on, and moves them on', async () => {
  await open('valves', 'Valves', '7000', 'trading');
  await product.admin.post('/v1/deals/valves/close', { outcome: 'won' });
  const page = await product.open('/pipeline?wide=after-sales');
  const card = page.getByRole('region', { name: 'Trading' }).getByRole('article').filter({ hasText: 'Valves' });
  await card.getByRole('button', { name: 'Move “Valves”' }).click();
  expect(await page.getByRole('group', { name: 'Move to' }).getByRole('button').allTextContents()).toEqual([
    ...[' Trading', ' After-sales', ' Collection', ' Maintenance'],
  ]);
  await page.getByRole('button', { name: 'After-sales', exact: true }).last().click();
  await page.getByText('“Valves” is now in After-sales').waitFor();
  await page.getByRole('region', { name: 'After-sales' }).getByRole('article').filter({ hasText: 'Valves' }).waitFor();
  expect(await deal('valves')).toMatchObject({ step: 'after-sales', status: 'won' });
});

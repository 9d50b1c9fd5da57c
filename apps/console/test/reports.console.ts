import { readFileSync } from 'node:fs';
import { violationsOn } from './axe.js';
import { Product } from './product.js';

let product: Product;
beforeAll(async () => {
  product = await (await Product.start()).claim();
  await product.register('海澜水泵', 'prospect');
  await won('pumps', 'Pumps for the harbour', 'east', '120000');
  await won('meters', 'Meters', 'west', '5000');
});
afterAll(() => product?.stop());

const won = async (dealId: string, title: string, region: string, amount: string) => {
  const value = { amount, currency: 'CNY' };
  await product.openDeal({ dealId, title, region, value, step: 'negotiation' });
  await product.admin.post(`/v1/deals/${dealId}/close`, { outcome: 'won' });
};

it('is a sentence whose nouns are menus, and leads from a figure to its deal', async () => {
  const page = await product.open('/reports');
  await page.getByRole('button', { name: /Dimensions: Quarter/ }).click();
  await page.getByRole('checkbox', { name: 'Quarter' }).uncheck();
  await page.getByRole('checkbox', { name: 'Region' }).check();
  await page.getByRole('cell', { name: 'east' }).waitFor();
  await page.keyboard.press('Escape');
  expect(new URL(page.url()).searchParams.getAll('by')).toEqual(['region']);
  await page.getByRole('button', { name: '120,000' }).click();
  await page.getByRole('dialog').getByRole('link', { name: 'Pumps for the harbour' }).click();
  await page.getByRole('heading', { name: 'Pumps for the harbour', level: 1 }).waitFor();
});

it('is shared by its address, in Chinese', async () => {
  const page = await product.open('/reports?by=region&show=deals&region=west', 'admin', { language: 'zh', width: 390 });
  await page.getByRole('cell', { name: 'west' }).waitFor();
  expect(await page.getByRole('cell', { name: 'east' }).count()).toBe(0);
});

it('shows stages by their names, rates in percent and cycles in days', async () => {
  const path = '/reports?report=deals&by=stage&show=winRate&show=averageWonCycleDays&show=wonValue';
  const page = await product.open(path, 'admin', { language: 'zh', width: 390 });
  await page.getByRole('row', { name: '成交 100 % 0 天 125,000' }).waitFor();
  await page.getByRole('button', { name: '125,000' }).first().click();
  await page.getByRole('dialog').getByRole('link', { name: 'Pumps for the harbour' }).waitFor();
});

it('is downloaded as it is shown', async () => {
  const page = await product.open('/reports?by=region&show=net');
  await page.getByRole('cell', { name: 'east' }).waitFor();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download CSV' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('sales-en.csv');
  expect(readFileSync(await file.path(), 'utf8')).toContain('east,CNY,120000');
});

it('says of a day before everything that nothing was known', async () => {
  const page = await product.open('/reports?asOf=2020-01-01&axis=recorded');
  await page.getByRole('button', { name: 'See what was true then' }).click();
  await page.getByText('Nothing was recorded that fits these conditions.').waitFor();
});

it.each([
  ['en', 1440],
  ['zh', 390],
] as const)('breaks no rule of accessibility in %s at %i', async (language, width) => {
  const page = await product.open('/reports?by=region', 'admin', { language, width });
  await page.getByRole('cell', { name: 'east' }).waitFor();
  expect(await violationsOn(page)).toEqual([]);
});

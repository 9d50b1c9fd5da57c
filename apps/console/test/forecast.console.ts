import { violationsOn } from './axe.js';
import { Product } from './product.js';
import { sendForm } from './steps.js';

let product: Product;
beforeAll(async () => {
  product = await (await Product.start()).claim();
  await product.register('海澜水泵', 'prospect');
  await open('pumps', '120000', 'negotiation', '2027-01-31');
  await open('meters', '5000', 'trading', '2027-02-10');
  await open('pipes', '9000', 'intent', '2027-02-20');
  await open('valves', '7000', 'negotiation');
  await product.admin.post('/v1/deals/valves/close', { outcome: 'won' });
});
afterAll(() => product?.stop());

const open = (dealId: string, amount: string, step: string, expectedCloseDate?: string) =>
  product.openDeal({ dealId, title: dealId, value: { amount, currency: 'CNY' }, step, expectedCloseDate });

it('shows by month what open deals are expected to bring, and what speaks for it', async () => {
  const page = await product.open('/pipeline');
  await page.getByRole('button', { name: 'Forecast' }).click();
  await page.getByRole('row', { name: /^January 2027 1 CNY 120,000 CNY 0 CNY 120,000 CNY 0 CNY 72,000/ }).waitFor();
  await page.getByRole('row', { name: /^February 2027 2 CNY 14,000 CNY 5,000 CNY 0 CNY 9,000 CNY 8,100/ }).waitFor();
  await page.getByRole('row', { name: /^Total 3 CNY 134,000 CNY 5,000 CNY 120,000 CNY 9,000 CNY 80,100/ }).waitFor();
  await page.getByRole('row', { name: 'Negotiation 60 % 100 % 2 1 0 100 % 0 d' }).waitFor();
  await page.getByRole('link', { name: 'February 2027' }).click();
  await page.getByRole('heading', { name: 'Weighted forecast by Owner' }).waitFor();
});

it('counts what is estimated of a deal, with the reason on its page', async () => {
  const page = await product.open('/deals/meters');
  await page.getByText('90 % by its step').waitFor();
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('button', { name: 'Estimate the probability of an open deal' }).click();
  const dialog = page.getByRole('dialog', { name: 'Estimate the probability of an open deal' });
  await dialog.getByText('The probability of the step “Trading” is 90 %.').waitFor();
  expect(await dialog.getByLabel('Probability, in percent').inputValue()).toBe('');
  await dialog.getByLabel('Probability, in percent').fill('50');
  await dialog.getByLabel('Reason').fill('Another supplier was asked.');
  expect(await violationsOn(page)).toEqual([]);
  await sendForm(dialog);
  await page.getByText(/50 % estimated by .*Another supplier was asked\./s).waitFor();
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('button', { name: 'Estimate the probability of an open deal' }).click();
  await dialog.getByText('The probability of the step “Trading” is 90 %.').waitFor();
  expect(await dialog.getByLabel('Probability, in percent').inputValue()).toBe('50');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  expect(await violationsOn(page)).toEqual([]);
  await page.goto(`${product.url}/pipeline?layout=forecast`);
  await page.getByRole('row', { name: /^February 2027 2 CNY 14,000 CNY 0 CNY 5,000 CNY 9,000 CNY 6,100/ }).waitFor();
});

it('shows the forecast of another day, of the deals that the filters leave', async () => {
  const page = await product.open('/pipeline?layout=forecast&asOf=2020-01-01&axis=occurred');
  await page.getByText('No open deals').waitFor();
  await page.getByRole('button', { name: /Moment/ }).click();
  await page.getByRole('button', { name: 'Back to now' }).click();
  await page.getByRole('row', { name: /^Total 3/ }).waitFor();
  await page.goto(`${product.url}/pipeline?layout=forecast&region=nowhere`);
  await page.getByText('No open deals').waitFor();
});

it('shows what has become of the deals of another day', async () => {
  const before = new Date().toISOString();
  await product.admin.post('/v1/deals/pipes/close', { outcome: 'won', reason: 'price' });
  const page = await product.open(`/pipeline?layout=forecast&asOf=${before}&axis=occurred`);
  await page.getByRole('row', { name: 'pipes CNY 9,000 CNY 3,600 won CNY 9,000' }).waitFor();
  await page.getByText('won: 1 (CNY 9,000) · still open: 2 (CNY 125,000)').waitFor();
  expect(await violationsOn(page)).toEqual([]);
});

it.each([
  ['en', 1440],
  ['zh', 390],
] as const)('breaks no rule of accessibility in %s at %i', async (language, width) => {
  const page = await product.open('/pipeline?layout=forecast', 'admin', { language, width });
  await page.getByRole('table').nth(1).getByRole('cell', { name: '60 %' }).waitFor();
  expect(await violationsOn(page)).toEqual([]);
});

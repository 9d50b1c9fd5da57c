import { violationsOn } from './axe.js';
import { Product } from './product.js';

const DAY = 86_400_000; // ms
const dayFromNow = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);

let product: Product;
beforeAll(async () => {
  product = await (await Product.start()).claim();
  await product.hire('lin', '林悦', 'sales');
  await product.hire('shen', 'Shen Bowen', 'service');
  await product.hire('he', '何静', 'manager');
  const { admin } = product;
  await admin.post('/v1/organisation/departments', { departmentId: 'key-accounts', name: '大客户部' });
  await admin.post('/v1/organisation/regions', { regionId: 'east', name: 'East' });
  for (const userId of ['lin', 'he']) await admin.post(`/v1/users/${userId}/place`, { departmentId: 'key-accounts' });
  await admin.post('/v1/users/shen/place', { regionIds: ['east'] });
  const [of, filed] = [{ customerId: 'acme' }, { complaintId: 'k-1', customerId: 'acme', channel: 'phone' }];
  await admin.post('/v1/customers', {
    ...of,
    kind: 'organisation',
    name: '杭州云谷',
    roles: ['end-customer'],
    region: 'east',
  });
  await admin.post('/v1/customers/acme/assign-owner', { owner: { id: 'lin', name: '林悦' } });
  const deal = { ...of, value: { amount: '1200', currency: 'CNY' }, owner: { id: 'lin', name: '林悦' } };
  await admin.post('/v1/deals', { ...deal, dealId: 'd-1', title: 'Backup feeder', expectedCloseDate: dayFromNow(3) });
  await admin.post('/v1/deals', { ...deal, dealId: 'd-2', title: 'Next year', expectedCloseDate: dayFromNow(200) });
  await admin.post('/v1/customers/acme/needs', { description: 'A quote', duration: 'temporary', until: dayFromNow(5) });
  await admin.post('/v1/complaints', { ...filed, category: 'metering', severity: 'high', subject: 'Meter', text: '?' });
  const { body } = await admin.post('/v1/complaints/k-1/assign', { assignee: { id: 'shen' } });
  const { consistencyToken } = body as { consistencyToken: string };
  await admin.get('/v1/complaints', { 'consistency-token': consistencyToken });
});
afterAll(() => product?.stop());

const LANGUAGES = [
  {
    language: 'en',
    deals: 'Deals to close within 14 days',
    complaints: 'Complaints by due time',
    team: 'Team',
  },
  { language: 'zh', deals: '14 天内预计成交', complaints: '待处理投诉', team: '团队' },
] as const;

it.each(LANGUAGES)(
  'shows a seller in $language the deals that close soon, each leading to its record',
  async (words) => {
    const page = await product.open('/', 'lin', words);
    const section = page.locator('section', { has: page.getByRole('heading', { name: words.deals }) });
    const link = section.getByRole('link', { name: 'Backup feeder' });
    expect(await link.getAttribute('href')).toBe('/deals/d-1');
    expect(await section.getByRole('listitem').count()).toBe(1);
  },
);

it.each(LANGUAGES)('shows a clerk in $language the complaints that are due', async (words) => {
  const page = await product.open('/', 'shen', words);
  const section = page.locator('section', { has: page.getByRole('heading', { name: words.complaints }) });
  const link = section.getByRole('link', { name: 'Meter' });
  expect(await link.getAttribute('href')).toBe('/complaints/k-1');
});

it.each(LANGUAGES)(
  'shows a manager in $language the work of the team, and keeps the choice in the address',
  async (words) => {
    const page = await product.open('/', 'he', words);
    await page.getByRole('button', { name: words.team }).and(page.locator('[aria-current]')).waitFor();
    await page.getByRole('link', { name: 'Backup feeder' }).waitFor();
    expect(await page.getByText('林悦').count()).toBeGreaterThan(0);
    await page.locator('.views button').first().click();
    await page.getByText(words.language === 'en' ? 'No open complaint' : '没有指派给您的未结投诉').waitFor();
    expect(new URL(page.url()).search).toBe('?tab=mine');
  },
);

it('shows what has happened since yesterday', async () => {
  const page = await product.open('/', 'lin');
  const since = page.getByRole('complementary');
  await since.getByRole('link', { name: 'Deal opened' }).first().waitFor();
  expect(await since.getByRole('link', { name: 'Complaint assigned' }).getAttribute('href')).toBe('/complaints/k-1');
});

it.each([
  { width: 1440, theme: 'light' },
  { width: 390, theme: 'dark' },
] as const)('is accessible at $width pixels in $theme', async (look) => {
  const page = await product.open('/', 'he', look);
  await page.getByRole('link', { name: 'Backup feeder' }).waitFor();
  expect(await violationsOn(page)).toEqual([]);
  const room = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(room).toBe(0);
});

import { violationsOn } from './axe.js';
import { Product } from './product.js';
import { sendForm, turnTo } from './steps.js';

let product: Product;
beforeAll(async () => {
  product = await (await Product.start()).claim();
  await product.hire('chen', '陈静', 'administrator');
  await product.admin.post('/v1/customers', {
    ...{ customerId: 'known', kind: 'organisation', name: '海澜水泵', roles: ['prospect'], phone: '+86 571 5555 0101' },
  });
  await capture('le-1', { company: '东方茶业', name: '王芳', phones: ['+86 21 6123 4567'] });
  await capture('le-2', { company: '海澜水泵', phones: ['+86 571 5555 0101'] });
  await capture('le-3', { name: 'Max Holm' });
});
afterAll(() => product?.stop());

const capture = (leadId: string, details: object) =>
  product.admin.post('/v1/leads', { leadId, source: 'web-form', need: 'A quote.', owner: { id: 'chen' }, ...details });

const lead = (leadId: string) => product.read<Readonly<Record<string, unknown>>>(`/v1/leads/${leadId}`);

it('stands on the list of its user with its score, says what speaks for it, and is disqualified with a reason', async () => {
  const page = await product.open('/leads', 'chen');
  const row = page.getByRole('row').filter({ hasText: 'Max Holm' });
  await row.getByRole('button', { name: 'Score and evidence' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByText('Source: web-form').waitFor();
  await drawer.getByText('By other leads: Known once').waitFor();
  await drawer.getByRole('button', { name: 'Close' }).click();
  await row.getByRole('button', { name: 'More' }).click();
  await page.getByRole('button', { name: 'Disqualify a lead' }).click();
  await drawer.getByLabel('Reason').first().fill('no-need');
  await sendForm(drawer);
  await row.waitFor({ state: 'detached' });
  expect(await lead('le-3')).toMatchObject({ status: 'disqualified', reason: 'no-need' });
});

it('is converted to a new customer', async () => {
  const page = await product.open('/leads', 'chen', { language: 'zh' });
  const row = page.getByRole('row').filter({ hasText: '东方茶业' });
  await row.getByRole('button', { name: '更多' }).click();
  await page.getByRole('button', { name: '将线索转化为新客户' }).click();
  await sendForm(page.getByRole('dialog'));
  await row.waitFor({ state: 'detached' });
  expect(await lead('le-1')).toMatchObject({ status: 'converted', customerId: 'lead:le-1' });
});

it('is converted for the customer that it probably is, which is shown before', async () => {
  const page = await product.open('/leads', 'chen');
  const row = page.getByRole('row').filter({ hasText: '海澜水泵' });
  await row.getByRole('button', { name: 'More' }).click();
  await page.getByRole('button', { name: 'Convert a lead to a new customer' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByRole('button', { name: 'Convert for this customer' }).click();
  await drawer.getByText('Convert a lead for a customer').waitFor();
  await sendForm(drawer);
  await row.waitFor({ state: 'detached' });
  expect(await lead('le-2')).toMatchObject({ status: 'converted', customerId: 'known' });
});

it.each([
  ['en', 1440, 'light'],
  ['zh', 390, 'dark'],
] as const)('breaks no rule of accessibility in %s at %i in %s', async (language, width, theme) => {
  await capture(`open-${width}`, { company: 'Nordhaven', emails: ['n@example.com'] });
  const page = await product.open('/', 'chen', { language, width, theme, isStill: true });
  await turnTo(page, '/leads');
  expect(await violationsOn(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
});

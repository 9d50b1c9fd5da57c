import { violationsOn } from './axe.js';
import { Product } from './product.js';
import { sendForm } from './steps.js';

let product: Product;
beforeAll(async () => {
  product = await (await Product.start()).claim();
  await product.register('海澜水泵', 'end-customer');
  await product.hire('chen', '陈静', 'administrator');
  await file('meter', 'The meter runs backwards');
  await file('bill', '账单金额有误');
});
afterAll(() => product?.stop());

const file = (complaintId: string, subject: string) =>
  product.admin.post('/v1/complaints', {
    ...{ complaintId, subject, customerId: 'acme', channel: 'phone', category: 'billing', severity: 'high' },
    text: 'Since Monday.',
  });

const complaint = (complaintId: string) =>
  product.read<Readonly<Record<string, unknown>>>(`/v1/complaints/${complaintId}`);

it('is taken from the desk by a click, and waits on the desk of the user from then on', async () => {
  const page = await product.open('/complaints', 'chen');
  const row = page.getByRole('row').filter({ hasText: 'The meter runs backwards' });
  await row.getByRole('button', { name: 'Take' }).click();
  await page.getByText('“The meter runs backwards” is yours').waitFor();
  expect(await complaint('meter')).toMatchObject({ assignee: { id: 'chen' } });
  await page.getByRole('button', { name: 'Mine 1' }).click();
  await page.getByRole('link', { name: 'The meter runs backwards' }).waitFor();
});

it('is resolved with root cause and remedy, and rated, in Chinese on a phone', async () => {
  const page = await product.open('/complaints/bill', 'chen', { language: 'zh', width: 390 });
  await page.getByRole('button', { name: '解决', exact: true }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('根本原因').fill('抄表错误');
  await drawer.getByLabel('补救措施').fill('退还 120 元。');
  await sendForm(drawer);
  await page.getByText('抄表错误').first().waitFor();
  expect(await complaint('bill')).toMatchObject({ status: 'resolved', rootCause: '抄表错误' });

  await page.getByRole('button', { name: '评价', exact: true }).click();
  await drawer.getByLabel('评分').fill('5');
  await sendForm(drawer);
  await page.getByText('5 / 5').waitFor();
});

it('is escalated to a higher tier alone, and shows it among its events', async () => {
  const page = await product.open('/complaints/meter', 'chen');
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('button', { name: 'Escalate a complaint to a higher tier' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByText('3', { exact: true }).click();
  await drawer.getByLabel('Reason').fill('The customer is a hospital.');
  await sendForm(drawer);
  await page.getByRole('button', { name: 'Complaint escalated: 3' }).click();
  await page.getByText('The customer is a hospital.').waitFor();
  expect(await complaint('meter')).toMatchObject({ tier: 3 });
});

it.each([
  ['/complaints', 'en', 1440],
  ['/complaints', 'zh', 390],
] as const)('breaks no rule of accessibility on %s in %s at %i', async (path, language, width) => {
  const page = await product.open(path, 'chen', { language, width });
  await page.getByText('The meter runs backwards').first().waitFor();
  expect(await violationsOn(page)).toEqual([]);
});

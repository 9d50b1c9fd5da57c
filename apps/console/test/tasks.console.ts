import { violationsOn } from './axe.js';
import { Product } from './product.js';
import { sendForm, turnTo } from './steps.js';

let product: Product;
beforeAll(async () => {
  product = await (await Product.start()).claim();
  await product.register('海澜水泵', 'end-customer');
  await product.hire('chen', '陈静', 'administrator');
  await plan('call', 'Call about the meter', '2020-01-01T09:00:00Z');
  await plan('visit', '上门查看电表', '2099-01-01T09:00:00Z');
});
afterAll(() => product?.stop());

const plan = (taskId: string, subject: string, dueAt: string) =>
  product.admin.post('/v1/tasks', {
    ...{ taskId, subject, dueAt, customerId: 'acme', kind: taskId, assignee: { id: 'chen' } },
  });

const task = (taskId: string) => product.read<Readonly<Record<string, unknown>>>(`/v1/tasks/${taskId}`);

it('waits on the list of its user, is completed with its result, and is found among the ended ones', async () => {
  const page = await product.open('/tasks', 'chen');
  const row = page.getByRole('row').filter({ hasText: 'Call about the meter' });
  await row.getByText('Overdue by').waitFor();
  await row.getByRole('button', { name: 'Complete' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('Result').fill('The meter is read on Monday.');
  await sendForm(drawer);
  await row.waitFor({ state: 'detached' });
  expect(await task('call')).toMatchObject({ status: 'done', result: 'The meter is read on Monday.', onTime: false });
  await page.getByRole('button', { name: 'Ended' }).click();
  await row.getByText('Done').waitFor();
  await row.getByRole('button', { name: 'More' }).click();
  await page.getByRole('button', { name: 'Reopen a completed or cancelled task' }).click();
  await drawer.getByLabel('Reason').fill('Nobody was there.');
  await sendForm(drawer);
  await row.waitFor({ state: 'detached' });
  expect(await task('call')).toMatchObject({ status: 'open', reason: 'Nobody was there.' });
});

it('is planned on the page of its customer, and stands among what is to be done', async () => {
  const page = await product.open('/customers/acme?compose=task', 'chen', { language: 'zh' });
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('主题').fill('确认交货日期');
  await drawer.getByLabel('类型').getByText('致电').click();
  await drawer.getByLabel('截止时间').fill('2098-05-03T10:00');
  await sendForm(drawer);
  await page.getByRole('link', { name: '确认交货日期' }).waitFor();
  const { items } = await product.read<{ readonly items: readonly object[] }>('/v1/tasks?kind=call&sort=-dueAt');
  expect(items[0]).toMatchObject({ subject: '确认交货日期', status: 'open', customerId: 'acme' });
});

it('waits on the home page of its user', async () => {
  const page = await product.open('/', 'chen');
  await page.getByRole('link', { name: '上门查看电表' }).waitFor();
});

it('is the next action of a deal, planned and completed on its page', async () => {
  await product.openDeal({ dealId: 'pumps', title: 'Pumps' });
  const page = await product.open('/deals/pumps', 'chen');
  const section = page.locator('section', { hasText: 'Next action' }).last();
  await section.getByText('Nothing is planned.').waitFor();
  await section.getByRole('button', { name: 'Plan a task' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('Subject').fill('Send the quote');
  await drawer.getByLabel('Kind').getByText('To do').click();
  await drawer.getByLabel('Due').fill('2098-05-03T10:00');
  await sendForm(drawer);
  const line = section.getByRole('listitem').filter({ hasText: 'Send the quote' });
  await line.getByRole('button', { name: 'Complete' }).click();
  await drawer.getByLabel('Result').fill('Sent.');
  await sendForm(drawer);
  await section.getByText('Nothing is planned.').waitFor();
  const { items } = await product.read<{ readonly items: readonly object[] }>('/v1/tasks?deal=pumps');
  expect(items).toMatchObject([{ subject: 'Send the quote', status: 'done', result: 'Sent.', dealId: 'pumps' }]);
});

it.each([
  ['en', 1440, 'light'],
  ['zh', 390, 'dark'],
] as const)('breaks no rule of accessibility in %s at %i in %s', async (language, width, theme) => {
  const page = await product.open('/', 'chen', { language, width, theme, isStill: true });
  await turnTo(page, '/tasks');
  expect(await violationsOn(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
});

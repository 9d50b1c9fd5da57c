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

it('is shown among the reminders when its reminder is due, without a reload', async () => {
  const page = await product.open('/', 'chen');
  await page.getByRole('link', { name: '上门查看电表' }).waitFor();
  const now = Date.now();
  const remindAt = new Date(now + 4_000).toISOString();
  const dueAt = new Date(now + 86_400_000).toISOString();
  const reminders = page.locator('section', { hasText: 'Reminders' }).getByRole('link', { name: 'Ask for the meter' });
  await product.admin.post('/v1/tasks', {
    ...{ taskId: 'reminded', kind: 'todo', subject: 'Ask for the meter', customerId: 'acme' },
    ...{ assignee: { id: 'chen' }, dueAt, remindAt },
  });
  await reminders.waitFor();
  expect(Date.now()).toBeGreaterThan(now + 4_000);
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

it('is moved to another day on the calendar, and back', async () => {
  await plan('meeting', 'Discuss the year', '2098-05-07T10:00:00Z');
  const page = await product.open('/tasks?desk=calendar&day=2098-05-07', 'chen');
  const dueAt = async () => (await task('meeting'))['dueAt'];
  const entry = page.getByRole('button', { name: 'Discuss the year' });
  const isOn = (day: string) => page.locator('section.day', { hasText: day }).filter({ has: entry }).waitFor();
  await isOn('Wednesday, 7 May');
  await entry.press('Shift+ArrowRight');
  await isOn('Thursday, 8 May');
  expect(await dueAt()).toBe('2098-05-08T10:00:00.000Z');
  await page.getByRole('button', { name: 'Undo' }).click();
  await isOn('Wednesday, 7 May');
  expect(await dueAt()).toBe('2098-05-07T10:00:00.000Z');
  await entry.dragTo(page.locator('section.day', { hasText: 'Friday, 9 May' }));
  await isOn('Friday, 9 May');
  await page.getByRole('button', { name: 'Later' }).click();
  await page.getByText('Nothing is due in this time.').waitFor();
  expect(page.url()).toContain('day=2098-05-14');
});

it('is read by other calendars at an address, until that is revoked', async () => {
  const page = await product.open('/tasks?desk=calendar', 'chen');
  await page.getByRole('button', { name: 'Subscribe' }).click();
  await page.getByRole('button', { name: 'Create an address' }).click();
  const address = await page.getByLabel('Address of your calendar').inputValue();
  const read = () => fetch(address);
  const answer = await read();
  expect(answer.headers.get('content-type')).toContain('text/calendar');
  expect(await answer.text()).toContain('BEGIN:VCALENDAR');
  await page.getByRole('button', { name: 'I have kept it' }).click();
  await page.getByRole('button', { name: 'Revoke' }).click();
  await page.getByRole('button', { name: 'Create an address' }).waitFor();
  expect((await read()).status).toBe(404);
});

it.each([
  ['en', 1440, 'light'],
  ['zh', 390, 'dark'],
] as const)('breaks no rule of accessibility in %s at %i in %s', async (language, width, theme) => {
  const page = await product.open('/', 'chen', { language, width, theme, isStill: true });
  for (const path of ['/tasks', '/tasks?desk=calendar&day=2099-01-01']) {
    await turnTo(page, path);
    expect(await violationsOn(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
  }
});

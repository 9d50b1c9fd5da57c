import { violationsOn } from './axe.js';
import { PASSWORD, Product } from './product.js';
import { sendForm, turnTo } from './steps.js';

let product: Product;
beforeAll(async () => {
  product = await (await Product.start()).claim();
  const { admin } = product;
  await admin.post('/v1/organisation/departments', { departmentId: 'sales', name: '大客户部' });
  await admin.post('/v1/organisation/teams', { teamId: 'grid', name: 'Grid', departmentId: 'sales' });
  await admin.post('/v1/organisation/regions', { regionId: 'east', name: '华东' });
  await product.hire('li', '李娜', 'sales');
  await product.hire('shop', 'Web shop', 'integration');
});
afterAll(() => product?.stop());

const user = (userId: string) => product.read<Readonly<Record<string, unknown>>>(`/v1/users/${userId}`);

it('adds a user, grants roles and issues a one-time password with which he or she signs in', async () => {
  const page = await product.open('/administration');
  await page.getByRole('button', { name: 'Add user' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Name', { exact: true }).fill('Zhou Wei');
  await form.getByLabel('Sign-in name').fill('zhou.wei');
  await sendForm(form);
  await page.getByRole('heading', { name: 'Zhou Wei' }).waitFor();

  await page.getByRole('button', { name: 'Roles' }).click();
  await form.getByLabel('Manager').check();
  await form.getByLabel('Analyst').check();
  await sendForm(form);
  await page.locator('.meta').getByText('Manager').waitFor();

  await page.getByRole('button', { name: 'One-time password' }).click();
  await page.getByRole('button', { name: 'Issue', exact: true }).click();
  const shown = await page.getByRole('textbox', { name: 'One-time password' }).inputValue();
  await page.getByRole('button', { name: 'I have kept it' }).click();
  const other = await product.visit('/');
  await other.locator('#entry-name').fill('zhou.wei');
  await other.locator('#entry-password').fill(shown);
  await other.getByRole('button', { name: 'Sign in' }).click();
  await other.getByLabel('New password').fill(PASSWORD);
});

it('takes every role of a user away, places and deactivates the user, in Chinese on a phone', async () => {
  const page = await product.open('/administration/users/li', 'admin', { language: 'zh', width: 390 });
  const form = page.getByRole('dialog');
  await page.getByRole('button', { name: '设置角色' }).click();
  await form.getByLabel('销售').uncheck();
  await sendForm(form);
  await page.getByText('尚无角色').waitFor();
  expect(await user('li')).toMatchObject({ roles: [] });

  const act = async (name: string) => {
    await page.getByRole('button', { name: '更多' }).first().click();
    await page.locator('.menu').getByRole('button', { name }).click();
  };
  await act('设置用户所属的部门、团队、岗位和区域');
  await form.getByRole('button', { name: '大客户部' }).click();
  await form.getByRole('button', { name: 'Grid' }).click();
  await form.getByLabel('华东').check();
  await sendForm(form);
  await page.getByText('大客户部').waitFor();
  expect(await user('li')).toMatchObject({ departmentId: 'sales', teamId: 'grid', regionIds: ['east'] });

  await act('停用用户');
  await form.getByLabel('原因').fill('离职');
  await sendForm(form);
  await page.getByRole('button', { name: '重新启用' }).waitFor();
  expect(await user('li')).toMatchObject({ active: false });
});

it('opens a department below another, and moves it to the top', async () => {
  const page = await product.open('/administration?tab=organisation');
  const form = page.getByRole('dialog');
  await page.getByRole('button', { name: 'Open department' }).click();
  await form.getByLabel('Name', { exact: true }).fill('Grid accounts');
  await form.getByRole('button', { name: '大客户部' }).click();
  await sendForm(form);
  const row = page.getByRole('row').filter({ hasText: 'Grid accounts' });
  await row.locator('.tree-1').waitFor();

  await row.getByRole('button', { name: /More/ }).click();
  await page.getByRole('button', { name: 'Move a department below another or to the top level' }).click();
  await form.getByRole('button', { name: '大客户部' }).click();
  await sendForm(form);
  await row.locator('.tree-0').waitFor();
});

it('shows an API key once, and revokes it', async () => {
  const page = await product.open('/administration?tab=keys');
  await page.getByRole('heading', { name: 'No API key yet' }).waitFor();
  await page.getByRole('button', { name: 'Issue API key' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Name', { exact: true }).fill('Orders');
  await form.getByRole('button', { name: 'Web shop' }).click();
  await form.getByRole('button', { name: 'Issue API key' }).click();
  const key = await page.getByRole('textbox', { name: 'API key' }).inputValue();
  const ask = () => fetch(`${product.url}/v1/access`, { headers: { authorization: `Bearer ${key}` } });
  expect((await ask()).status).toBe(200);
  await page.getByRole('button', { name: 'I have kept it' }).click();

  await page.getByRole('button', { name: /^Revoke.*Orders/ }).click();
  await page.getByRole('button', { name: 'Revoke', exact: true }).click();
  await page.getByText('The API key “Orders” is revoked').waitFor();
  expect((await ask()).status).toBe(401);
});

it('rebuilds a view for a reason, and shows that it is done', async () => {
  const page = await product.open('/administration?tab=operations');
  await page.getByRole('button', { name: /^Rebuild.*customer-list$/ }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Reason').fill('The disk was full.');
  await sendForm(form);
  await page.getByRole('row').filter({ hasText: 'customer-list' }).getByText('Done').last().waitFor();
});

it('shows settings with their meaning and unit, and no secret', async () => {
  const page = await product.open('/administration?tab=settings');
  await page.getByRole('searchbox').fill('declining');
  const row = page.getByRole('row').filter({ hasText: 'LIFECYCLE_DECLINING_SILENT_DAYS' });
  await row.getByText('180 days').waitFor();
  await row.getByText('Days without activity before a customer counts as declining').waitFor();
  await page.getByRole('searchbox').fill('TOKEN_SECRET');
  await page.getByText('Not set').waitFor();
});

it('is not offered to others', async () => {
  const page = await product.open('/administration', 'shop');
  await page.getByRole('heading', { name: 'There is no such page' }).waitFor();
  expect(await page.getByRole('link', { name: 'Administration' }).count()).toBe(0);
});

it.each([
  ['/administration', 'en', 1440, 'light'],
  ['/administration/users/li', 'zh', 390, 'dark'],
  ['/administration?tab=organisation', 'zh', 1440, 'dark'],
  ['/administration?tab=keys', 'en', 390, 'light'],
  ['/administration?tab=operations', 'en', 390, 'dark'],
  ['/administration?tab=operations', 'zh', 1440, 'light'],
  ['/administration?tab=settings', 'zh', 390, 'light'],
] as const)('breaks no rule of accessibility on %s in %s at %i in %s', async (path, language, width, theme) => {
  const page = await product.open('/', 'admin', { language, width, theme, isStill: true });
  await turnTo(page, path);
  expect(await violationsOn(page)).toEqual([]);
  const room = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(room).toBe(0);
});

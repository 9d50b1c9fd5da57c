import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { violationsOn } from './axe.js';
import { Product } from './product.js';

const cli = `${import.meta.dirname}/../../annals/dist/cli.js`;
const folder = mkdtempSync(join(tmpdir(), 'annals-imports-'));

const mapping = {
  name: 'customers',
  files: { customers: {} },
  steps: [
    {
      ...{ name: 'register', file: 'customers', command: 'RegisterCustomer', key: 'code' },
      fields: {
        customerId: 'code',
        kind: { constant: 'organisation' },
        roles: { constant: ['prospect'] },
        name: 'name',
        email: 'email',
      },
    },
  ],
};

let product: Product;
beforeAll(async () => {
  product = await (await Product.start()).claim();
  await product.hire('li', '李娜', 'sales');
});
afterAll(async () => {
  await product?.stop();
  rmSync(folder, { recursive: true });
});

const annals = (...args: readonly string[]) => {
  const env = { ...process.env, DATA_DIR: product.folder, NODE_OPTIONS: '' };
  const { status, stderr } = spawnSync(process.execPath, [cli, ...args], { env, encoding: 'utf8' });
  return { status, stderr };
};

const importId = async () => {
  const { body } = await product.admin.get('/v1/imports');
  return (body as { readonly items: readonly { readonly importId: string }[] }).items[0]!.importId;
};

it('says how files are imported where nothing was', async () => {
  const page = await product.open('/imports', 'admin', { language: 'zh' });
  await page.getByRole('heading', { name: '尚未导入数据' }).waitFor();
  expect(await violationsOn(page)).toEqual([]);
});

it('lists an import with its rows and hands out those with errors', async () => {
  writeFileSync(join(folder, 'mapping.json'), JSON.stringify(mapping));
  writeFileSync(join(folder, 'customers.csv'), 'code,name,email\nc-1,海澜水泵,\nc-2,Acme,no address\n');
  expect(annals('import', join(folder, 'mapping.json')).status).toBe(1);
  const page = await product.open('/imports');
  const row = page.getByRole('row').filter({ hasText: 'customers.csv' });
  await row.getByText('2 rows').waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    row.getByRole('link', { name: 'as CSV' }).click(),
  ]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  expect(Buffer.concat(chunks).toString()).toContain('no address');
});

it('shows what became of an undo, and hands out why something was kept', async () => {
  expect(annals('undo-import', await importId())).toMatchObject({ status: 0 });
  const page = await product.open('/imports', 'admin', { language: 'zh', width: 390, theme: 'dark' });
  await page.getByText('撤回 1，改回 0').waitFor();
  await page.getByRole('link', { name: '保留 0：原因（CSV）' }).waitFor();
  expect(await violationsOn(page)).toEqual([]);
  const room = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(room).toBe(0);
});

const CSV = [
  'Customer code,Company name,E-mail,Since,Colour',
  'h-1,海澜水泵,info@hailan.example,2019/3/1,red',
  'h-2,Acme,no address,2020/4/2,blue',
].join('\n');

const chosen = async (look: Parameters<Product['open']>[2] = {}) => {
  const page = await product.open('/imports', 'admin', look);
  const buffer = Buffer.from(CSV);
  await page.locator('input[type=file]').setInputFiles({ name: 'crm.csv', mimeType: 'text/csv', buffer });
  return page;
};

it('imports a file: what its columns become, a dry run, the run, its problems and its undo', async () => {
  const page = await chosen();
  await page.getByRole('heading', { name: 'crm.csv' }).waitFor();
  const field = (column: string) => page.getByRole('combobox', { name: `Field for ${column}` });
  expect(await field('Company name').inputValue()).toBe('name');
  expect(await field('Since').inputValue()).toBe('customerSince');
  expect(await field('Colour').inputValue()).toBe('attributes.colour');
  expect(await violationsOn(page)).toEqual([]);
  await field('Colour').selectOption({ label: 'Industry' });
  await page.getByRole('combobox', { name: 'Kind' }).selectOption({ label: 'Organisation' });

  await page.getByRole('button', { name: 'Dry run' }).click();
  await page.getByRole('heading', { name: 'What a run would do' }).waitFor();
  await page
    .getByRole('cell', { name: /no address/ })
    .first()
    .waitFor();
  expect(await violationsOn(page)).toEqual([]);

  await page.getByRole('button', { name: 'Import now' }).click();
  await page.getByText('Import: finished').waitFor();
  await page.getByRole('link', { name: 'All of them as CSV' }).waitFor();
  const { body } = await product.admin.get('/v1/customers/crm-h-1');
  expect(body).toMatchObject({
    profile: { kind: 'organisation', name: '海澜水泵', industry: 'red', customerSince: '2019-03-01' },
  });

  await page.getByRole('button', { name: 'Undo the import' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Undo the import' }).click();
  await page.getByText('Undo: finished').waitFor();
  expect((await product.admin.get('/v1/customers/crm-h-1')).status).toBe(404);
});

it('can be used on a phone, in Chinese and in the dark', async () => {
  const page = await chosen({ language: 'zh', width: 390, theme: 'dark' });
  await page.getByRole('combobox', { name: 'Company name 的对应字段' }).waitFor();
  expect(await violationsOn(page)).toEqual([]);
  const room = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(await room()).toBe(0);
  await page.getByRole('button', { name: '试运行' }).click();
  await page.getByRole('heading', { name: '运行后的预期结果' }).waitFor();
  expect(await violationsOn(page)).toEqual([]);
  expect(await room()).toBe(0);
});

it('is not offered to others', async () => {
  const page = await product.open('/imports', 'li');
  await page.getByRole('heading', { name: 'There is no such page' }).waitFor();
});

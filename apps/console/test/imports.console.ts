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
  const [download] = await Promise.all([page.waitForEvent('download'), row.getByRole('link').click()]);
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

it('is not offered to others', async () => {
  const page = await product.open('/imports', 'li');
  await page.getByRole('heading', { name: 'There is no such page' }).waitFor();
});

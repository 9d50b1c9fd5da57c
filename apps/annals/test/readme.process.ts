import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Server } from './server.js';
import { blocksOf } from './shell-blocks.js';
import { root, stage } from './stage.js';

const { folder, run } = stage();

it('has lines that work as they stand, one after the other, with answers that people can read', async () => {
  const { url, oneTimePassword } = await Server.start(folder);
  const blocks = blocksOf(readFileSync(join(root, 'README.md'), 'utf8'));
  const lines = blocks.map(({ text }) => text).join('\n');
  const script = lines
    .replace('URL=http://127.0.0.1:3000', `URL=${url}`)
    .replace('ONE_TIME=<the one-time password>', `ONE_TIME='${oneTimePassword!}'`);
  expect(script).toContain(url);
  const { code, out, err } = await run('bash', ['--norc', '-euo', 'pipefail', '-c', script]);
  expect([code, err]).toEqual([0, '']);
  expect(out).not.toContain('urn:annals:problem');
  const [registered, changed, ...answers] = out.split(/\n(?=\{)/);
  for (const receipt of [registered!, changed!]) expect(JSON.parse(receipt)).toMatchObject({ stream: 'customer-acme' });
  const [page, history, report] = answers.map((answer) => JSON.parse(answer) as object);
  expect(page).toMatchObject({
    profile: { name: 'Acme 有限公司', phone: '+43 1 234567' },
    contacts: { last: { channel: 'phone', direction: 'inbound' } },
  });
  const { items } = history as { readonly items: readonly { readonly type: string }[] };
  expect(items.map(({ type }) => type)).toEqual(
    expect.arrayContaining(['CustomerRegistered', 'CustomerDataChanged', 'ContactMade']),
  );
  expect(report).toMatchObject({ name: 'sales' });
  for (const answer of answers) expect(answer.split('\n').length).toBeGreaterThan(5);
  expect(out.endsWith('\n')).toBe(true);
});

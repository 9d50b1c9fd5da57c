import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Server } from './server.js';
import { blocksOf } from './shell-blocks.js';
import { root, stage } from './stage.js';

const { folder, runLines } = stage();

/** However slow the machine is: a page that is behind says so in a header, which nobody sees here. */
const CAUGHT_UP = `until call /v1/projections | node -e '
  const { items } = JSON.parse(fs.readFileSync(0));
  process.exit(items.some(({ lag }) => lag.events > 0) ? 1 : 0)'; do :; done
`;

it('has lines that work as they stand, one after the other, with answers that people can read', async () => {
  const { url, oneTimePassword } = await Server.start(folder);
  const blocks = blocksOf(readFileSync(join(root, 'README.md'), 'utf8'));
  const lines = blocks.map(({ text }) => text).join('\n');
  const script = lines
    .replace('URL=http://127.0.0.1:3000', `URL=${url}`)
    .replace('ONE_TIME=<the one-time password>', `ONE_TIME='${oneTimePassword!}'`)
    .replace(/^(?=call \S+ -H "consistency-token)/m, () => CAUGHT_UP);
  expect(script).toContain(url);
  expect(script).toContain(CAUGHT_UP);
  const { code, out, err } = await runLines(script);
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

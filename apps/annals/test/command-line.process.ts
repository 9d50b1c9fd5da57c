import { readFileSync } from 'node:fs';
import { root, stage } from './stage.js';

const { annals, beginAnnals, folder, open } = stage();

beforeAll(async () => {
  const { server, client } = await open();
  const value = { amount: '10.00', currency: 'EUR' };
  const owner = { id: 'admin', name: 'Mei Lin' };
  const call = { channel: 'phone', direction: 'inbound', purpose: 'sales', summary: 'A quote', outcome: 'reached' };
  await client.post('/v1/customers', { customerId: 'li', kind: 'person', name: 'Li Na', roles: ['prospect'] });
  await client.post('/v1/customers/li/change-data', { changes: { phone: '1' }, reason: 'She called.' });
  await client.post('/v1/customers/li/change-data', { changes: { phone: '2' }, reason: 'She moved.' });
  await client.post('/v1/customers/li/assign-owner', { owner });
  await client.post('/v1/customers/li/contacts', call);
  await client.post('/v1/deals', { dealId: 'd-1', customerId: 'li', title: 'Meters', value, step: 'negotiation' });
  const closed = await client.post('/v1/deals/d-1/close', { outcome: 'won', reason: 'price' });
  const { consistencyToken } = closed.body as { readonly consistencyToken: string };
  await client.get(`/v1/customers/li?consistencyToken=${consistencyToken}`);
  await server.stop();
});

it('replays a customer with actors, reasons and changes', async () => {
  const { code, out } = await annals(['replay', 'li']);
  expect(code).toBe(0);
  const shown = out.replace(/\d{4}-\d\d-\d\d \d\d:\d\d UTC/g, 'WHEN').replace(/#\d+/g, '#N');
  expect(shown).toBe(`1/7  WHEN  CustomerRegistered: Li Na
    by admin through http, recorded WHEN as #N
    kind: person
    name: Li Na
    roles: prospect
    lifecycle: initial (known)
2/7  WHEN  CustomerDataChanged: phone
    by admin through http, recorded WHEN as #N, because: She called.
    phone: 1
3/7  WHEN  CustomerDataChanged: phone
    by admin through http, recorded WHEN as #N, because: She moved.
    phone: 1 → 2
4/7  WHEN  OwnerAssigned: Mei Lin
    by admin through http, recorded WHEN as #N
    owner: Mei Lin
5/7  WHEN  ContactMade: phone · inbound · sales · A quote
    by admin through http, recorded WHEN as #N
    last contact: phone, inbound, sales, WHEN
6/7  WHEN  DealOpened: Meters · 10.00 EUR
    by admin through http, recorded WHEN as #N
    open deal Meters: negotiation, 10.00 EUR
    lifecycle: initial (known) → developing (deal-in-progress)
7/7  WHEN  DealClosed: won · Meters · 10.00 EUR
    by admin through http, recorded WHEN as #N, because: price
    open deal Meters: negotiation, 10.00 EUR → none
    deals won: 1, 10.00 EUR
`);
});

it('shows what would have been different under other settings', async () => {
  const settings = ['LIFECYCLE_MATURE_WON_DEALS=1', 'CONSENT_REQUIRED_FOR=none'];
  const { code, out } = await annals(['replay', 'li', '--under', ...settings]);
  expect(code).toBe(0);
  const shown = out.replace(/\d{4}-\d\d-\d\d \d\d:\d\d UTC/g, 'WHEN').replace(/#\d+/g, '#N');
  expect(shown).toMatch(`LIFECYCLE_MATURE_WON_DEALS: 1 instead of 3
CONSENT_REQUIRED_FOR: none instead of marketing,survey
7 events, 0 decisions that would have been others
lifecycle from WHEN (#N)
    was {"lifecycle":{"state":"developing",`);
  expect(shown).toContain('On the page now:\n    lifecycle.state: developing → mature\n');
});

it('replays up to a moment, and step by step until the end of the input', async () => {
  const positions = [...(await annals(['replay', 'li'])).out.matchAll(/#(\d+)/g)].map(([, position]) => position!);
  const until = await annals(['replay', 'li', '--until', positions[1]!]);
  expect(until.out.match(/^\d\/\d/gm)).toEqual(['1/2', '2/2']);

  const occurred = await annals(['replay', 'li', '--axis', 'occurred']);
  expect(occurred.out.match(/^\d\/\d/gm)).toHaveLength(7);

  const { child, finished } = beginAnnals(['replay', 'li', '--step']);
  child.stdin.end('\n\n');
  expect((await finished).out.match(/^\d\/7/gm)).toEqual(['1/7', '2/7', '3/7']);
});

it('shows the position of each view, and rebuilds one', async () => {
  const { out } = await annals(['status']);
  const [, head] = /^The log has (\d+) events\.$/m.exec(out)!;
  expect(out).toMatch(new RegExp(`^customer-file +${head} +0 +0\\.0 s +0 +live$`, 'm'));
  expect(await annals(['rebuild', 'customer-list'])).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^customer-list: 1 documents in \d+\.\d s\n$/) as string,
  });
});

it.each([
  ['a missing mapping', ['import', 'nope.json'], 'nope.json: there is no such file'],
  ['a missing file', ['import', 'infra/samples/telco/mapping.json', 'no.csv'], 'no.csv: there is no such file'],
  ['an unknown view', ['rebuild', 'nope'], 'There is no view "nope". Views: customer-list, .*'],
  ['an unknown customer', ['replay', 'nope'], 'There is no customer "nope".'],
  [
    'a moment before the first event',
    ['replay', 'li', '--until', '2001-01-01'],
    'The customer "li" was first recorded on .* UTC. With "--axis occurred", the history reaches back to .* UTC.',
  ],
  ['an invalid moment', ['replay', 'li', '--until', 'soon'], 'error: .*Expected a time or a log position.'],
  ['an unknown setting', ['replay', 'li', '--under', 'PORT=1'], 'Rules have no setting `PORT`. Use some of .*'],
  [
    'an invalid setting',
    ['replay', 'li', '--under', 'HOURS_TO_RESOLVE=1'],
    '`HOURS_TO_RESOLVE` cannot be “1”. Send .*',
  ],
  ['an unknown command', ['explode'], "error: unknown command 'explode'"],
])('reports %s in one clear line with exit code 1', async (_, args, line) => {
  expect(await annals(args)).toEqual({ code: 1, out: '', err: expect.stringMatching(`^${line}\n$`) as string });
});

it('says its version', async () => {
  const { version } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8')) as { readonly version: string };
  expect(await annals(['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' });
});

it('never creates an installation in a mistyped folder', async () => {
  expect(await annals(['status'], { DATA_DIR: `${folder}/typo` })).toEqual({
    ...{ code: 1, out: '' },
    err: `${folder}/typo contains no Annals data.\n`,
  });
});

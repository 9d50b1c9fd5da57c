import type { Page } from 'playwright-core';
import { comes } from '../../annals/test/apart/patience.js';
import { violationsOn } from './axe.js';
import { Product } from './product.js';
import { sendForm, turnTo } from './steps.js';

const SITE = 'http://shop.example';

let product: Product;
beforeAll(async () => {
  product = await (await Product.start()).claim();
  await product.hire('chen', '陈静', 'administrator');
  await product.hire('mia', 'Mia Lang', 'marketing');
  await product.hire('li', '李娜', 'sales');
});
afterAll(() => product?.stop());

type Items = { readonly items: readonly Readonly<Record<string, unknown>>[] };

const items = async (path: string) => (await product.read<Items>(path)).items;

/** A web site whose contact page has this HTML. */
const openSite = async (page: Page, html: string) => {
  const answer = (body: string) => ({ contentType: 'text/html; charset=utf-8', body });
  await page.route(`${SITE}/**`, (route, request) =>
    route.fulfill(answer(request.url() === `${SITE}/contact` ? html : 'Thank you')),
  );
  await page.goto(`${SITE}/contact`);
};

it('keeps a rule, whose users are chosen by name, and changes it', async () => {
  const page = await product.open('/lead-rules', 'chen');
  await page.getByText('No assignment rule yet').waitFor();
  await page.getByRole('button', { name: 'Add a rule' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('Name').fill('Web');
  await drawer.getByLabel('User', { exact: true }).getByText('李娜').click();
  await drawer.getByLabel('Answer within').fill('240');
  await sendForm(drawer);
  const row = page.getByRole('row').filter({ hasText: 'Web' });
  await row.getByText('4 business hours').waitFor();
  await row.getByRole('button', { name: 'More' }).click();
  await page.getByRole('button', { name: 'Change an assignment rule' }).click();
  await drawer.getByRole('group', { name: 'Users' }).getByRole('button', { name: 'Add' }).click();
  await drawer.getByLabel('User', { exact: true }).last().getByText('陈静').click();
  await drawer.getByLabel('Capacity').last().fill('5');
  await drawer.getByLabel('Away until').last().fill('2999-12-31');
  await sendForm(drawer);
  await row.getByText('away until 31 Dec 2999').waitFor();
  expect(await items('/v1/lead-rules')).toMatchObject([
    {
      ...{ name: 'Web', respondWithin: 240, escalateTo: null },
      members: [
        { userId: 'li', capacity: 1, awayUntil: null },
        { userId: 'chen', capacity: 5, awayUntil: '2999-12-31' },
      ],
    },
  ]);
});

it('keeps a form, whose HTML captures a lead from the web site, and says on the lead why its owner was chosen', async () => {
  const page = await product.open('/lead-rules?tab=forms', 'chen');
  await page.getByRole('button', { name: 'Add a form' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('Name').fill('Contact page');
  await drawer.getByRole('group', { name: 'Allowed origins' }).getByRole('textbox').fill(SITE);
  await drawer.getByLabel('Page afterwards').fill(`${SITE}/thanks`);
  await drawer.getByLabel('Channel').selectOption('email');
  await drawer.getByLabel('Purpose').selectOption('marketing');
  await drawer.getByLabel('Wording').fill('Please <write> to me.');
  await sendForm(drawer);
  await page.getByRole('row').filter({ hasText: 'Contact page' }).getByRole('button', { name: 'HTML' }).click();
  await drawer.getByLabel('With the country').check();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await drawer.getByRole('button', { name: 'Copy' }).click();
  await drawer.getByRole('button', { name: 'Copied' }).waitFor();
  const html = await page.evaluate(() => navigator.clipboard.readText());
  expect(html).toBe(await drawer.getByLabel('HTML').inputValue());
  const site = await page.context().newPage();
  await openSite(site, html);
  await site.getByRole('textbox', { name: 'Name' }).fill('王芳');
  await site.getByLabel('E-mail').fill('wang@example.com');
  await site.getByLabel('Country').selectOption('Germany');
  await site.getByLabel('Please <write> to me.').check();
  await site.getByRole('button', { name: 'Send' }).click();
  await site.waitForURL(`${SITE}/thanks`);
  await comes('the owner', async () => (await items('/v1/leads')).some(({ owner }) => owner !== null));
  expect(await items('/v1/leads')).toMatchObject([
    {
      ...{ name: '王芳', language: 'en', country: 'DE', source: 'web-form', owner: { id: 'li' } },
      consents: [{ channel: 'email', purpose: 'marketing', given: true, wording: 'Please <write> to me.' }],
    },
  ]);
  await turnTo(page, '/leads?desk=waiting');
  const row = page.getByRole('row').filter({ hasText: '王芳' });
  await row.getByText('left').first().waitFor();
  await row.getByRole('button', { name: 'by rule' }).click();
  await drawer.getByRole('listitem').filter({ hasText: '李娜' }).getByText('Chosen').waitFor();
  await drawer.getByRole('listitem').filter({ hasText: '陈静' }).getByText('Away').waitFor();
});

it('switches a form off with a reason and on again', async () => {
  const page = await product.open('/lead-rules?tab=forms', 'chen', { language: 'zh' });
  const [row, drawer] = [page.getByRole('row').filter({ hasText: 'Contact page' }), page.getByRole('dialog')];
  for (const [command, reason, status] of [
    ['停用线索表单', '活动结束', 'off'],
    ['重新启用线索表单', '活动开始', 'on'],
  ] as const) {
    await row.getByRole('button', { name: '更多' }).click();
    await page.getByRole('button', { name: command }).click();
    await drawer.getByLabel('原因').fill(reason);
    await sendForm(drawer);
    await row.getByText(reason).waitFor();
    expect(await items('/v1/lead-forms')).toMatchObject([{ status, reason }]);
  }
});

it('is there for those who may keep rules, also if they may not see the names of users, and for no others', async () => {
  const page = await product.open('/lead-rules', 'mia');
  await page.getByRole('row').filter({ hasText: 'Web' }).getByText('li capacity 1').waitFor();
  const other = await product.open('/lead-rules', 'li');
  await other.getByText('There is no such page').first().waitFor();
  expect(await other.getByRole('link', { name: 'Lead rules' }).count()).toBe(0);
});

it.each([
  ['en', 1440, 'light'],
  ['zh', 390, 'dark'],
] as const)('breaks no rule of accessibility in %s at %i in %s', async (language, width, theme) => {
  const page = await product.open('/', 'chen', { language, width, theme, isStill: true });
  for (const path of ['/lead-rules', '/lead-rules?tab=forms', '/leads?desk=waiting']) {
    await turnTo(page, path);
    expect(await violationsOn(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
  }
  await page.getByRole('button', { name: /by rule|按规则分配/ }).click();
  await page.getByRole('dialog').waitFor();
  expect(await violationsOn(page)).toEqual([]);
});

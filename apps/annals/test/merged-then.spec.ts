import { kept, openPair, other } from './pair.js';

type Items = { readonly items: readonly { readonly [name: string]: string }[] };

let pair: Awaited<ReturnType<typeof openPair>>;
let before: { readonly position: number; readonly at: string };
beforeAll(async () => {
  pair = await openPair();
  before = { position: pair.before, at: new Date().toISOString() };
  while (new Date().toISOString() === before.at) await pair.annals.log.head();
  await pair.told(`${kept}/merge`, { mergedId: 'other', reason: 'Registered twice.', choices: { phone: 'merged' } });
});
afterAll(() => pair.annals.app.close());

const idsOf = async (url: string, name: string) =>
  ((await pair.see(url)) as unknown as Items).items.map((item) => item[name]);

type Figures = { readonly totals: readonly [{ readonly measures: { readonly complaints: number } }] };

const complaintsOf = async (customer: string, moment: string) => {
  const report = await pair.see(`/v1/reports/complaints?customer=${customer}&${moment}`);
  return (report as unknown as Figures).totals[0].measures.complaints;
};

const MOMENTS = [
  ['by position', () => `asOf=${before.position}`],
  ['by what was known', () => `asOf=${before.at}`],
  ['by what was true', () => `asOf=${before.at}&axis=occurred`],
] as const;

it.each(MOMENTS)('shows two customers with their own records as of before, %s', async (_, momentOf) => {
  const moment = momentOf();
  expect(await pair.see(`${kept}?${moment}`)).toMatchObject({ merged: [], profile: { phone: '+43 1 1111111' } });
  expect(await pair.see(`${other}?${moment}`)).toMatchObject({
    ...{ customerId: 'other', profile: { name: 'Akme Handels GmbH', phone: '+43 1 2222222' } },
    deals: { open: { count: 1 } },
  });
  for (const [customerId, dealId] of [
    ['kept', 'd-kept'],
    ['other', 'd-other'],
  ])
    expect(await idsOf(`/v1/deals?customer=${customerId}&${moment}`, 'dealId')).toEqual([dealId]);
  for (const id of ['kept', 'other']) expect(await complaintsOf(id, moment)).toBe(1);
});

it('shows one customer with the records of both as of after, on both axes', async () => {
  const at = new Date().toISOString();
  for (const moment of [`asOf=${at}`, `asOf=${at}&axis=occurred`]) {
    expect(await pair.see(`${kept}?${moment}`)).toMatchObject({ profile: { phone: '+43 1 2222222' } });
    for (const id of ['kept', 'other'])
      expect((await idsOf(`/v1/deals?customer=${id}&${moment}`, 'dealId')).toSorted()).toEqual(['d-kept', 'd-other']);
    for (const id of ['kept', 'other']) expect(await complaintsOf(id, moment)).toBe(2);
    expect(await pair.get(`${other}?${moment}`)).toMatchObject({ status: 307, body: { code: 'CustomerMergedInto' } });
  }
});

it('undoes a merge after both were edited and worked with, and keeps what was said of each since', async () => {
  await pair.told(`${kept}/change-data`, { changes: { fax: '+43 1 9', phone: '+43 1 4444444' } });
  await pair.told('/v1/deals/d-other/change', { title: 'Bigger meters' });
  await pair.told(`${kept}/undo-merge`, { reason: 'Mother and daughter.' });
  expect(await pair.see(kept)).toMatchObject({ profile: { fax: '+43 1 9', phone: '+43 1 4444444' }, merged: [] });
  expect(await pair.see(other)).toMatchObject({ profile: { phone: '+43 1 2222222' }, deals: { open: { count: 1 } } });
  expect(await pair.see('/v1/deals/d-other')).toMatchObject({ customerId: 'other', title: 'Bigger meters' });
  expect(await idsOf('/v1/deals?customer=kept', 'dealId')).toEqual(['d-kept']);
});

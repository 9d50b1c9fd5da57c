import { isListed } from '@annals/event-sourcing';
import { kept, openPair } from './pair.js';

let pair: Awaited<ReturnType<typeof openPair>>;
beforeAll(async () => {
  pair = await openPair();
  await pair.told(`${kept}/merge`, { mergedId: 'other', reason: 'Registered twice.' });
});
afterAll(() => pair.annals.app.close());

const see = (url: string) => pair.see(url);

it('lists the records of the survivor for the id of the merged customer', async () => {
  const lists = pair.annals.catalogue.views.filter(isListed).map(({ list }) => list);
  const byCustomer = lists.filter(({ filters }) => filters.includes('customer')).map(({ path }) => path);
  expect(byCustomer).toEqual(expect.arrayContaining(['deals', 'complaints', 'orders', 'invoices', 'contacts']));
  for (const path of byCustomer)
    expect({ path, ...(await see(`/v1/${path}?customer=other&total=true`)) }).toEqual({
      ...{ path, ...(await see(`/v1/${path}?customer=kept&total=true`)) },
    });
  const both = await see('/v1/deals?customer=other&customer=kept&total=true');
  expect(both).toMatchObject({ total: { count: 2 }, items: [{ customerId: 'kept' }, { customerId: 'kept' }] });
});

it('counts the records of the survivor for the id of the merged customer', async () => {
  expect(await see('/v1/deals/pipeline?customer=other')).toMatchObject({ total: { deals: 2 } });
  const report = (id: string) => see(`/v1/reports/complaints?customer=${id}`);
  const { totals } = await report('kept');
  expect(totals).toMatchObject([{ measures: { complaints: 2 } }]);
  expect(await report('other')).toMatchObject({
    where: { customer: ['other'] },
    totals: [{ measures: { complaints: 2 } }],
  });
});

import { isListed } from '@annals/event-sourcing';
import { kept, openPair, other } from './pair.js';

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

it.each(['', '/lifecycle', '/duplicates', '/contact-permission?channel=phone&purpose=sales'])(
  'leads from %s of the merged customer to that of the survivor',
  async (path) => {
    const { status, headers, body } = await pair.get(`${other}${path}`);
    const led = { code: 'CustomerMergedInto', details: { id: 'other', survivorId: 'kept' } };
    expect({ status, location: headers['location'], body }).toMatchObject({
      ...{ status: 307, location: `${kept}${path}`, body: led },
    });
    expect(await pair.get(`${kept}${path}`)).toMatchObject({ status: 200, body: { customerId: 'kept' } });
  },
);

type Entries = { readonly items: readonly { readonly position: number }[] };

it('lists in the history of the survivor the events of the merged customer, too, if that is asked for', async () => {
  const positionsOf = async (id: string, query = '') => {
    const { items } = (await see(`/v1/customers/${id}/history?limit=1000${query}`)) as unknown as Entries;
    return items.map(({ position }) => position);
  };
  const [own, others] = [await positionsOf('kept'), await positionsOf('other')];
  const both = [...own, ...others].toSorted((one, another) => one - another);
  expect(await positionsOf('kept', '&merged=true')).toEqual(both);
  expect(await positionsOf('kept', '&merged=true&order=desc')).toEqual(both.toReversed());
  expect(await positionsOf('other', '&merged=true')).toEqual(others);
  const then = `&asOf=${pair.before}`;
  expect(await positionsOf('kept', `&merged=true${then}`)).toEqual(await positionsOf('kept', then));
});

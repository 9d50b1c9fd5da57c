import { call, eur, kept, openPair, order, other } from './pair.js';

let pair: Awaited<ReturnType<typeof openPair>>;
beforeAll(async () => (pair = await openPair()));
afterAll(() => pair.annals.app.close());

const get = (url: string) => pair.get(url);
const see = (url: string) => pair.see(url);
const post = (url: string, body: object) => pair.post(url, body);
const told = (url: string, body: object) => pair.told(url, body);

const merge = { mergedId: 'other', reason: 'Registered twice.', choices: { phone: 'merged' } };

it('merges a customer into another one, and does nothing the second time', async () => {
  const reply = await told(`${kept}/merge`, merge);
  expect(reply.body).toMatchObject({ stream: 'customer-kept' });
  const again = await told(`${kept}/merge`, merge);
  expect((again.body as never as { revision: number }).revision).toBe(
    (reply.body as never as { revision: number }).revision,
  );
});

it('shows one customer with the records of both', async () => {
  expect(await see(kept)).toMatchObject({
    profile: {
      name: 'Acme 有限公司',
      phone: '+43 1 2222222',
      website: 'https://akme.example',
      email: 'info@acme.example',
    },
    merged: [{ customerId: 'other', reason: 'Registered twice.' }],
    deals: { open: { count: 2, values: { EUR: '200.00' } } },
    complaints: { open: 2 },
    logistics: { ordered: { count: 2 } },
    finance: { invoiced: { count: 2, values: { EUR: '100.00' } } },
    contacts: { channels: { phone: { inbound: 2 } } },
    needs: [{ needId: 'n-1', description: 'More power.' }],
  });
  const { profile } = (await see(kept)) as unknown as { profile: { contactPersons: object[] } };
  expect(profile.contactPersons).toMatchObject([{ name: 'Ann', primary: true }, { name: 'Bob' }]);
});

it('leads from the id of the merged customer to the survivor', async () => {
  const { status, headers, body } = await get(other);
  expect({ status, location: headers['location'], body }).toMatchObject({
    ...{ status: 307, location: kept },
    body: { code: 'CustomerMergedInto', details: { id: 'other', survivorId: 'kept' } },
  });
});

it('lists one customer, found by what belonged to either', async () => {
  const found = async (query: string) =>
    ((await see(`/v1/customers?${query}`)) as unknown as { items: { customerId: string }[] }).items.map(
      (each) => each.customerId,
    );
  expect(await found('q=akme')).toEqual(['kept']);
  expect(await found('q=acme')).toEqual(['kept']);
  expect(await found('q=AK-7')).toEqual(['kept']);
  expect(await see('/v1/customers/by-phone?number=%2B43%201%201111111')).toMatchObject({ items: [] });
  expect(await see('/v1/customers/by-phone?number=%2B43%201%202222222')).toMatchObject({
    items: [{ customerId: 'kept' }],
  });
});

it('lists the records of both under the survivor', async () => {
  for (const list of ['deals', 'complaints', 'orders', 'invoices', 'contacts']) {
    const { items } = (await see(`/v1/${list}?customer=kept`)) as unknown as { items: object[] };
    expect({ list, items }).toMatchObject({
      items: [{ customerId: 'kept', customerName: 'Acme 有限公司' }, { customerId: 'kept' }],
    });
  }
});

it('refuses commands to the merged customer, and names the survivor', async () => {
  const refused = {
    status: 409,
    body: { code: 'CustomerMerged', details: { customerId: 'other', survivorId: 'kept' } },
  };
  expect(await post(`${other}/change-data`, { changes: { phone: '1' } })).toMatchObject(refused);
  expect(await post(`${other}/contacts`, call)).toMatchObject(refused);
  expect(await post('/v1/deals', { customerId: 'other', title: 'x', value: eur('1.00') })).toMatchObject(refused);
});

it('takes orders and payments of the merged customer for the survivor', async () => {
  await told('/v1/orders', order('o-late', 'other'));
  await told('/v1/payments', { paymentId: 'p-1', customerId: 'kept', invoiceId: 'i-other', amount: eur('20.00') });
  expect(await see(kept)).toMatchObject({
    logistics: { ordered: { count: 3 } },
    finance: { paid: { values: { EUR: '20.00' } } },
  });
});

it('goes on with the records of the merged customer', async () => {
  await told('/v1/deals/d-other/advance', { to: 'negotiation' });
  await told('/v1/deals/d-other/close', { outcome: 'won', reason: 'Price' });
  expect(await see(kept)).toMatchObject({ deals: { open: { count: 1 }, won: { count: 1 } } });
});

it('keeps to the stricter of both in contacts', async () => {
  const allowed = async (channel: string, purpose: string) =>
    ((await see(`${kept}/contact-permission?channel=${channel}&purpose=${purpose}`)) as unknown as { allowed: boolean })
      .allowed;
  expect(await allowed('phone', 'sales')).toBe(false);
  expect(await allowed('email', 'marketing')).toBe(true);
});

it('keeps both histories, and shows two customers as of before', async () => {
  const types = async (path: string) =>
    ((await see(`${path}/history?limit=100`)) as unknown as { items: { type: string }[] }).items.map(
      ({ type }) => type,
    );
  expect(await types(kept)).toContain('CustomersMerged');
  expect(await types(other)).toContain('MergeBegun');
  expect(await see(`${other}?asOf=${pair.before}`)).toMatchObject({
    ...{ customerId: 'other', profile: { name: 'Akme Handels GmbH' }, deals: { open: { count: 1 } } },
  });
  expect(await see(`${kept}?asOf=${pair.before}`)).toMatchObject({ merged: [], deals: { open: { count: 1 } } });
  expect(await see(`${kept}?asOf=${await pair.annals.log.head()}`)).toMatchObject({ deals: { won: { count: 1 } } });
});

it('keeps unique values of both', async () => {
  const twin = { kind: 'organisation', name: 'Twin', roles: ['prospect'], taxNumber: 'ATU12345675' };
  expect(await post('/v1/customers', twin)).toMatchObject({ status: 409, body: { code: 'IdentifierTaken' } });
  expect(
    await told(`${kept}/change-data`, { changes: { email: 'office@akme.example', fax: '+43 1 9' } }),
  ).toMatchObject({ status: 200 });
});

it('is undone: what belonged to the other is its own again, what was changed since stays', async () => {
  expect((await told(`${kept}/undo-merge`, { reason: 'Mother and daughter.' })).body).toMatchObject({
    stream: 'customer-kept',
  });
  expect(await see(kept)).toMatchObject({
    profile: { phone: '+43 1 1111111', email: 'info@acme.example', fax: '+43 1 9' },
    merged: [],
    deals: { open: { count: 1 }, won: { count: 0 } },
    logistics: { ordered: { count: 1 } },
    finance: { paid: { count: 0 } },
  });
  expect(await see(other)).toMatchObject({
    customerId: 'other',
    profile: { phone: '+43 1 2222222', taxNumber: 'ATU12345675' },
    deals: { open: { count: 0 }, won: { count: 1 } },
    logistics: { ordered: { count: 2 } },
    finance: { paid: { count: 1 } },
  });
  expect(await told(`${other}/change-data`, { changes: { phone: '+43 1 3333333' } })).toMatchObject({ status: 200 });
  expect(await told(`${kept}/undo-merge`, { reason: 'Mother and daughter.' })).toMatchObject({ status: 200 });
});

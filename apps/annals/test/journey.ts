import type { Client } from './client.js';
import { whatIsKnown } from './journey.known.js';
import { oneOfTwo } from './journey.merge.js';
import { Talk } from './talk.js';

/** The story of one customer, from the registration to the last query; `open` returns a client of an administrator. */
export const journey = (open: () => Promise<Client>) => {
  let client: Client;
  let talk: Talk;
  beforeAll(async () => {
    client = await open();
    talk = new Talk(client);
  });
  const tell = (path: string, body: object) => talk.tell(path, body);
  const see = (path: string) => talk.see(path);

  const acme = '/v1/customers/acme';
  const page = () => see(acme);

  it('registers a customer', async () => {
    const file = {
      kind: 'organisation',
      name: 'Acme 有限公司',
      roles: ['prospect'],
      organisationCode: '91310000MA1FL0XX09',
    };
    const { status, headers } = await tell('/v1/customers', { customerId: 'acme', ...file, phone: '+43 1 1' });
    expect({ status, location: headers.get('location') }).toEqual({ status: 201, location: acme });
    expect(await page()).toMatchObject({ profile: file, lifecycle: { state: 'initial' } });
    expect(await see('/v1/customers?q=acme')).toMatchObject({ items: [{ customerId: 'acme', state: 'initial' }] });
  });

  it('keeps organisation codes unique', async () => {
    const twin = { kind: 'organisation', name: 'Twin', roles: ['prospect'], organisationCode: '91310000MA1FL0XX09' };
    expect(await client.post('/v1/customers', twin)).toMatchObject({ status: 409, body: { code: 'IdentifierTaken' } });
  });

  it('changes its data, and keeps the previous values', async () => {
    await tell(`${acme}/change-data`, {
      changes: { phone: '+43 1 2' },
      reason: 'The customer called.',
      source: 'letter',
    });
    expect(await page()).toMatchObject({
      profile: { phone: '+43 1 2' },
      changes: [
        { field: 'phone', before: '+43 1 1', after: '+43 1 2', reason: 'The customer called.', source: 'letter' },
      ],
    });
    expect(await see(`${acme}?asOf=${talk.last.position - 1}`)).toMatchObject({ profile: { phone: '+43 1 1' } });
  });

  it('records a contact, and refuses an unwanted one', async () => {
    const call = { channel: 'phone', purpose: 'sales', summary: 'A quote', outcome: 'reached', response: 'positive' };
    await tell(`${acme}/contacts`, { ...call, direction: 'inbound' });
    expect(await page()).toMatchObject({ contacts: { last: { channel: 'phone', direction: 'inbound' } } });

    await tell(`${acme}/contact-preference`, { doNotContact: true });
    expect(await client.post(`${acme}/contacts`, { ...call, direction: 'outbound' })).toMatchObject({
      status: 409,
      body: { code: 'DoNotContact' },
    });
  });

  it('opens a deal, moves it forward and wins it', async () => {
    const value = { amount: '1200.50', currency: 'EUR' };
    await tell('/v1/deals', { dealId: 'd-1', customerId: 'acme', title: 'Meters', value });
    expect(await page()).toMatchObject({ deals: { open: { count: 1, values: { EUR: '1200.50' } } } });

    await tell('/v1/deals/d-1/advance', { to: 'negotiation' });
    expect(await see('/v1/deals/d-1')).toMatchObject({
      step: 'negotiation',
      status: 'open',
      customerName: 'Acme 有限公司',
    });
    expect(await see(`${acme}/lifecycle`)).toMatchObject({ state: 'developing', rule: 'deal-in-progress' });

    await tell('/v1/deals/d-1/close', { outcome: 'won', reason: 'The best price.' });
    expect(await page()).toMatchObject({
      deals: { open: { count: 0 }, won: { count: 1, values: { EUR: '1200.50' } } },
    });
    expect(await see('/v1/reports/sales')).toMatchObject({
      totals: expect.arrayContaining([
        expect.objectContaining({
          key: { currency: 'EUR' },
          measures: expect.objectContaining({ net: '1200.50', deals: 1 }) as object,
        }),
      ]) as object[],
    });
  });

  it('files a complaint, escalates, resolves and rates it', async () => {
    const complaint = {
      channel: 'phone',
      category: 'billing',
      severity: 'high',
      subject: 'Wrong bill',
      text: 'Twice.',
    };
    await tell('/v1/complaints', { complaintId: 'c-1', customerId: 'acme', ...complaint });
    expect(await page()).toMatchObject({
      complaints: { open: 1, openComplaints: [{ subject: 'Wrong bill', tier: 1 }] },
    });

    await tell('/v1/complaints/c-1/escalate', { to: 2, reason: 'It takes too long.' });
    expect(await see('/v1/complaints?tier=2')).toMatchObject({ items: [{ complaintId: 'c-1', status: 'open' }] });
    expect(await client.post('/v1/complaints/c-1/rate', { score: 5 })).toMatchObject({ status: 409 });

    await tell('/v1/complaints/c-1/resolve', { rootCause: 'A reading error', remedy: 'A refund' });
    await tell('/v1/complaints/c-1/rate', { score: 5 });
    expect(await page()).toMatchObject({ complaints: { open: 0, resolved: 1, satisfaction: { average: 5 } } });
  });

  it('records facts of other systems, late and out of order', async () => {
    const [customerId, value] = ['acme', { amount: '1200.50', currency: 'EUR' }];
    const invoice = { invoiceId: 'i-1', customerId, orderId: 'o-1', amount: value };
    await tell('/v1/payments', {
      paymentId: 'p-1',
      customerId,
      invoiceId: 'i-1',
      amount: { ...value, amount: '200.50' },
    });
    await tell('/v1/invoices', { ...invoice, issuedOn: '2026-01-05', dueOn: '2026-02-04' });
    await tell('/v1/orders', { orderId: 'o-1', customerId, value, lines: [{ product: 'Meter', quantity: '12' }] });
    expect(await page()).toMatchObject({
      finance: { open: { count: 1, values: { EUR: '1000.00' } }, payments: [{ paymentId: 'p-1', invoiceId: 'i-1' }] },
      logistics: { openOrders: [{ orderId: 'o-1', status: 'open' }] },
    });

    await tell('/v1/orders/o-1/deliveries', { deliveryId: 'd-1', customerId, complete: true, carrier: 'DHL' });
    expect(await page()).toMatchObject({ logistics: { openOrders: [], deliveries: [{ orderId: 'o-1' }] } });
  });

  whatIsKnown(see);
  oneOfTwo(() => talk);
};

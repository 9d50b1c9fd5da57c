import type { Client, Receipt } from './client.js';
import { stage } from './stage.js';

const { open } = stage();

let client: Client;
let last: Receipt;
beforeAll(async () => {
  ({ client } = await open());
});

const tell = async (path: string, body: object) => {
  const reply = await client.post(path, body);
  last = reply.body as Receipt;
  return reply;
};

/** Reads as the sender of the last command does: with the consistency token of its receipt, so without waiting. */
const see = async (path: string) => {
  const { headers, body } = await client.get(path, { 'consistency-token': last.consistencyToken });
  expect(headers.get('annals-stale')).toBeNull();
  return body;
};

const acme = '/v1/customers/acme';
const page = () => see(acme);

it('registers a customer', async () => {
  const file = {
    kind: 'organisation',
    name: 'Acme 有限公司',
    roles: ['prospect'],
    organisationCode: '91310000MA1FL0XX0X',
  };
  const { status, headers } = await tell('/v1/customers', { customerId: 'acme', ...file, phone: '+43 1 1' });
  expect({ status, location: headers.get('location') }).toEqual({ status: 201, location: acme });
  expect(await page()).toMatchObject({ profile: file, lifecycle: { state: 'initial' } });
  expect(await see('/v1/customers?q=acme')).toMatchObject({ items: [{ customerId: 'acme', state: 'initial' }] });
});

it('gives an organisation code to one customer only', async () => {
  const twin = { kind: 'organisation', name: 'Twin', roles: ['prospect'], organisationCode: '91310000MA1FL0XX0X' };
  expect(await client.post('/v1/customers', twin)).toMatchObject({ status: 409, body: { code: 'IdentifierTaken' } });
});

it('changes its data, and still knows what it was', async () => {
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
  expect(await see(`${acme}?asOf=${last.position - 1}`)).toMatchObject({ profile: { phone: '+43 1 1' } });
});

it('records a contact, and refuses one that the customer does not want', async () => {
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
  expect(await page()).toMatchObject({ deals: { open: { count: 0 }, won: { count: 1, values: { EUR: '1200.50' } } } });
  expect(await see('/v1/reports/sales')).toMatchObject({ totals: [{ measures: { net: '1200.50', deals: 1 } }] });
});

it('files a complaint, escalates, resolves and rates it', async () => {
  const complaint = { channel: 'phone', category: 'billing', severity: 'high', subject: 'Wrong bill', text: 'Twice.' };
  await tell('/v1/complaints', { complaintId: 'c-1', customerId: 'acme', ...complaint });
  expect(await page()).toMatchObject({ complaints: { open: 1, openComplaints: [{ subject: 'Wrong bill', tier: 1 }] } });

  await tell('/v1/complaints/c-1/escalate', { to: 2, reason: 'It takes too long.' });
  expect(await see('/v1/complaints?tier=2')).toMatchObject({ items: [{ complaintId: 'c-1', status: 'open' }] });
  expect(await client.post('/v1/complaints/c-1/rate', { score: 5 })).toMatchObject({ status: 409 });

  await tell('/v1/complaints/c-1/resolve', { rootCause: 'A reading error', remedy: 'A refund' });
  await tell('/v1/complaints/c-1/rate', { score: 5 });
  expect(await page()).toMatchObject({ complaints: { open: 0, resolved: 1, satisfaction: { average: 5 } } });
});

it('records what other systems tell of an order, late and out of order', async () => {
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

it('tells where the customer stands in its lifecycle, by which rule and which event', async () => {
  expect(await see(`${acme}/lifecycle`)).toMatchObject({
    ...{ state: 'developing', rule: 'deal-in-progress' },
    evidence: [{ type: 'DealAdvanced' }],
    history: [{ to: 'initial' }, { from: 'initial', to: 'developing' }],
  });
  expect(await see('/v1/lifecycle')).toMatchObject({ now: { developing: 1 } });
});

it('tells who did what, when and why, with what was before and after', async () => {
  const history = (await see(`${acme}/history`)) as { readonly items: readonly { readonly type: string }[] };
  expect(history.items.map(({ type }) => type)).toEqual([
    ...['IdentifierReserved', 'CustomerRegistered', 'CustomerDataChanged', 'ContactMade', 'ContactPreferenceSet'],
    ...['DealOpened', 'DealAdvanced', 'DealClosed'],
    ...['ComplaintFiled', 'ComplaintEscalated', 'ComplaintResolved', 'SatisfactionRated'],
    ...['PaymentReceived', 'InvoiceIssued', 'OrderPlaced', 'OrderDelivered'],
  ]);
  expect(history.items[2]).toMatchObject({
    ...{ actor: 'admin', source: 'http', reason: 'The customer called.' },
    changes: [{ field: 'phone', before: '+43 1 1', after: '+43 1 2' }],
  });
  expect(history.items[9]).toMatchObject({
    reason: 'It takes too long.',
    changes: [{ field: 'tier', before: 1, after: 2 }],
  });
});

import { CustomerRegistered } from '@annals/contracts-customers';
import { serveSlice } from '../../test/served-slice.js';
import { accounts } from './index.js';

const { store, begin, post } = serveSlice(accounts, '/v1');
const profile = { kind: 'organisation' as const, name: 'Vins et alcools', roles: ['end-customer' as const] };
beforeAll(() => begin('customer-VINET', CustomerRegistered.event({ customerId: 'VINET', profile })));

const customerId = 'VINET';
const amount = { amount: '440', currency: 'EUR' };
const order = { customerId, value: amount, lines: [{ product: 'Queso Cabrales', quantity: '12', net: '168.00' }] };
const invoice = { customerId, amount, issuedOn: '1996-07-16', dueOn: '1996-08-16', occurredAt: '1996-07-16' };
const usage = { customerId, from: '2025-01-01T00:00:00Z', to: '2025-02-01T00:00:00Z', quantity: '12.5', unit: 'GB' };

const typesIn = async (stream: string) => (await store.read(stream)).map(({ type }) => type);

it('has a route for every command', async () => {
  await post('/orders', { orderId: '10248', ...order, number: 'SO 10248', expectedOn: '1996-08-01' });
  await post('/orders/10248/deliveries', { customerId, complete: false, carrier: 'Federal Shipping', recipient: 'P.' });
  await post('/orders/10248/cancel', { customerId, reason: 'sent back' });
  expect(await typesIn('order-10248')).toEqual(['OrderPlaced', 'OrderDelivered', 'OrderCancelled']);

  await post('/invoices', { invoiceId: 'R-1', ...invoice, orderId: '10248' });
  await post('/payments', { customerId, invoiceId: 'R-1', amount, method: 'card', payer: 'Paul Henriot' });
  await post('/invoices/R-1/cancel', { customerId });
  expect(await typesIn('invoice-R-1')).toEqual(['InvoiceIssued', 'PaymentReceived', 'InvoiceCancelled']);

  await post('/payments', { paymentId: 'P-2', customerId, amount });
  expect(await typesIn('payment-P-2')).toEqual(['PaymentReceived']);
  expect(await post('/meters/M-1/usage', { ...usage, register: 'data' })).toMatchObject({
    ...{ status: 200, body: { stream: 'meter-M-1-periods' } },
  });
});

it('generates and returns an id if none is given', async () => {
  const { status, body } = await post('/invoices', invoice);
  expect({ status, events: await store.read(`invoice-${body.id}`) }).toMatchObject({
    ...{ status: 201, events: [{ subject: 'VINET', occurredAt: '1996-07-16T00:00:00.000Z' }] },
  });
});

it('returns the code of a broken rule', async () => {
  expect(await post('/orders', { ...order, customerId: 'nobody' })).toMatchObject({
    ...{ status: 422, body: { code: 'CustomerNotRegistered' } },
  });
});

it.each([
  ['an order without a value', '/orders', { ...order, value: undefined }, 'value'],
  ['a quantity below zero', '/orders', { ...order, lines: [{ product: 'Chai', quantity: '-1' }] }, 'lines.0.quantity'],
  ['an amount without a currency', '/payments', { customerId, amount: { amount: '1' } }, 'amount.currency'],
  ['a delivery that does not say whether it is complete', '/orders/1/deliveries', { customerId }, 'complete'],
  ['a cancellation without a customer', '/orders/1/cancel', {}, 'customerId'],
  ['an invalid due date', '/invoices', { ...invoice, dueOn: '1996-02-30' }, 'dueOn'],
  ['usage below zero', '/meters/M-1/usage', { ...usage, quantity: '-1' }, 'quantity'],
  ['usage without a start', '/meters/M-1/usage', { ...usage, from: 7 }, 'from'],
])('refuses %s and names the field', async (_, url, body, field) => {
  expect(await post(url, body)).toMatchObject({ status: 400, body: { errors: [{ field }] } });
});

import {
  InvoiceCancelled,
  InvoiceIssued,
  invoiceContracts,
  meterContracts,
  OrderCancelled,
  orderContracts,
  OrderDelivered,
  OrderPlaced,
  PaymentReceived,
  UsageMetered,
  type InvoiceEvent,
  type OrderEvent,
} from '@annals/contracts-accounts';
import { fieldsOf, project } from '@annals/event-sourcing';
import { anyLogOf, recorded, viewContract } from '@annals/testing';
import fc from 'fast-check';
import { deliveries } from './deliveries.js';
import { invoices } from './invoices.js';
import { orders } from './orders.js';
import { payments } from './payments.js';
import { readings } from './readings.js';

const customerId = 'u-1';
const value = { amount: '10.00', currency: 'EUR' };

const placed = OrderPlaced.event({
  ...{ orderId: 'o-1', customerId, number: 'SO 1', value, lines: [], expectedOn: '2026-02-01', status: 'open' },
});
const delivery = { orderId: 'o-1', customerId, lines: [], carrier: 'DHL', trackingNumber: null, recipient: 'Li Na' };
const part = OrderDelivered.event({ ...delivery, deliveryId: 'd-1', complete: false });
const rest = OrderDelivered.event({ ...delivery, deliveryId: 'd-2', complete: true });
const cancelled = OrderCancelled.event({ orderId: 'o-1', customerId, reason: null, value });

describe('orders', () => {
  const statusAfter = (...events: OrderEvent[]) => {
    const order = project(orders, recorded(events)).get('o-1');
    const { status, openPlaced } = order ? fieldsOf(orders, order) : { status: null, openPlaced: null };
    return [status, openPlaced !== null];
  };

  it.each<[string, boolean, ...OrderEvent[]]>([
    ['open', true, placed],
    ['partly-delivered', true, placed, part],
    ['delivered', false, placed, part, rest],
    ['cancelled', false, placed, cancelled],
  ])('stay in the list when they are %s, and are open: %s', (status, isOpen, ...events) =>
    expect(statusAfter(...events)).toEqual([status, isOpen]),
  );

  it('are listed once they are placed, with what was known before', () =>
    expect(statusAfter(part, cancelled)).toEqual([null, false]));

  const anyOrders = anyLogOf(fc.constantFrom<OrderEvent>(placed, part, rest, cancelled));
  viewContract(orders, orderContracts, anyOrders);
  viewContract(deliveries, orderContracts, anyOrders);
});

const terms = { number: 'R 1', orderId: 'o-1', issuedOn: '2026-01-01', dueOn: '2026-01-31', amount: value };
const issued = InvoiceIssued.event({ invoiceId: 'i-1', customerId, ...terms, open: '10.00', cancelled: false });
const withdrawn = InvoiceCancelled.event({
  invoiceId: 'i-1',
  customerId,
  reason: null,
  invoice: { ...terms, open: '0' },
});
const pay = (invoiceId: string | null, invoice: (typeof terms & { open: string }) | null) =>
  PaymentReceived.event({
    ...{ paymentId: 'p-1', customerId, invoiceId, amount: value, method: 'card', payer: 'Li Na', invoice },
  });
const paid = pay('i-1', { ...terms, open: '0.00' });
const onAccount = pay(null, null);

describe('invoices', () => {
  const statusAfter = (...events: InvoiceEvent[]) => {
    const invoice = project(invoices, recorded(events)).get('i-1');
    return invoice && invoices.answer.of(invoice).status;
  };

  it.each<[string, ...InvoiceEvent[]]>([
    ['open', issued],
    ['settled', issued, paid],
    ['cancelled', issued, withdrawn],
    ['cancelled', issued, withdrawn, paid],
    ['settled', paid],
  ])('are %s', (status, ...events) => expect(statusAfter(...events)).toBe(status));

  it('that are cancelled before they are issued are so', () =>
    expect(statusAfter(InvoiceIssued.event({ ...issued.data, open: '0', cancelled: true }))).toBe('cancelled'));

  it('are told apart from payments on account', () => {
    expect([...project(payments, recorded([paid, onAccount])).keys()]).toEqual(['i-1 p-1', 'u-1 p-1']);
    expect(project(invoices, recorded([onAccount])).size).toBe(0);
  });

  const anyInvoices = anyLogOf(fc.constantFrom<InvoiceEvent>(issued, withdrawn, paid, onAccount));
  viewContract(invoices, invoiceContracts, anyInvoices);
  viewContract(payments, invoiceContracts, anyInvoices);
});

describe('readings', () => {
  const period = { from: '2026-01-01T00:00:00.000Z', to: '2026-02-01T00:00:00.000Z' };
  const used = (register: string | null) =>
    UsageMetered.event({ customerId, meterId: 'm-1', register, ...period, quantity: '5', unit: 'kWh' });

  it('are one for each register and period', () =>
    expect(project(readings, recorded([used(null), used('peak'), used('peak')])).size).toBe(2));

  viewContract(readings, meterContracts, anyLogOf(fc.constantFrom(used(null), used('peak'))));
});

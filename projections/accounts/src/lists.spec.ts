import {
  DeliveryCorrected,
  InvoiceCancelled,
  InvoiceIssued,
  invoiceContracts,
  meterContracts,
  OrderCancelled,
  orderContracts,
  OrderDelivered,
  OrderPlaced,
  PaymentCorrected,
  PaymentReceived,
  UsageCorrected,
  UsageMetered,
  type InvoiceEvent,
  type MeterEvent,
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
const corrected = DeliveryCorrected.event({
  ...{ ...delivery, deliveryId: 'd-2', complete: false, carrier: 'UPS', reason: 'typing error' },
  status: 'partly-delivered',
});
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
    ['delivered', false, placed, rest, part],
    ['partly-delivered', true, placed, rest, corrected],
    ['cancelled', false, placed, cancelled],
    ['cancelled', false, placed, cancelled, part],
  ])('stay in the list when they are %s, and are open: %s', (status, isOpen, ...events) =>
    expect(statusAfter(...events)).toEqual([status, isOpen]),
  );

  it('are listed once they are placed, with what was known before', () =>
    expect(statusAfter(part, cancelled, corrected)).toEqual([null, false]));

  it('show a delivery as it was corrected, at the time when it was delivered', () =>
    expect(project(deliveries, recorded([placed, rest, corrected])).get('o-1 d-2')).toMatchObject({
      ...{ complete: false, carrier: 'UPS', deliveredAt: '2026-01-02T00:00:00.000Z' },
    }));

  const anyOrders = anyLogOf(fc.constantFrom<OrderEvent>(placed, part, rest, corrected, cancelled));
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

const mended = PaymentCorrected.event({
  ...{ ...paid.data, amount: { ...value, amount: '4.00' }, was: value, reason: 'typing error' },
  invoice: { ...terms, open: '6.00' },
});

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
    ['open', issued, paid, mended],
    ['cancelled', issued, paid, withdrawn, mended],
  ])('are %s', (status, ...events) => expect(statusAfter(...events)).toBe(status));

  it('that are cancelled before they are issued are so', () =>
    expect(statusAfter(InvoiceIssued.event({ ...issued.data, open: '0', cancelled: true }))).toBe('cancelled'));

  it('are not mixed with payments on account', () => {
    expect([...project(payments, recorded([paid, onAccount])).keys()]).toEqual(['i-1 p-1', 'on account u-1 p-1']);
    const numbered = pay(customerId, { ...terms, open: '0.00' });
    expect(project(payments, recorded([numbered, onAccount])).size).toBe(2);
    expect(project(invoices, recorded([onAccount])).size).toBe(0);
  });

  it('show a payment as it was corrected, at the time when it was received', () =>
    expect(project(payments, recorded([issued, paid, mended])).get('i-1 p-1')).toEqual({
      ...{ customerId, invoiceId: 'i-1', paymentId: 'p-1', amount: { ...value, amount: '4.00' }, method: 'card' },
      ...{ payer: 'Li Na', receivedAt: '2026-01-02T00:00:00.000Z' },
    }));

  const anyInvoices = anyLogOf(fc.constantFrom<InvoiceEvent>(issued, withdrawn, paid, mended, onAccount));
  viewContract(invoices, invoiceContracts, anyInvoices);
  viewContract(payments, invoiceContracts, anyInvoices);
});

describe('readings', () => {
  const period = { from: '2026-01-01T00:00:00.000Z', to: '2026-02-01T00:00:00.000Z' };
  const used = (register: string | null) =>
    UsageMetered.event({ customerId, meterId: 'm-1', register, ...period, quantity: '5', unit: 'kWh' });

  const better = UsageCorrected.event({ ...used(null).data, quantity: '7', reason: 'misread' });

  it('are one for each register and period', () =>
    expect(project(readings, recorded([used(null), used('peak'), used('peak')])).size).toBe(2));

  it('show usage as it was corrected', () =>
    expect([...project(readings, recorded([used(null), used('peak'), better])).values()]).toMatchObject([
      ...[{ quantity: '7' }, { quantity: '5' }],
    ]));

  viewContract(readings, meterContracts, anyLogOf(fc.constantFrom<MeterEvent>(used(null), used('peak'), better)));
});

import {
  DeliveryCorrected,
  InvoiceIssued,
  OrderCancelled,
  OrderDelivered,
  OrderPlaced,
  PaymentCorrected,
  PaymentReceived,
  UsageCorrected,
  UsageMetered,
} from '@annals/contracts-accounts';
import type { Event } from '@annals/event-sourcing';
import { partAfter, recorded } from '@annals/testing';
import { financePart } from './finance-part.js';
import { logisticsPart } from './logistics-part.js';
import { usagePart } from './usage-part.js';

const customerId = 'u-1';
const reason = 'typing error';
const euro = (amount: string) => ({ amount, currency: 'EUR' });

describe('a corrected payment', () => {
  const after = (...events: Event[]) => partAfter(financePart, recorded(events)).finance;
  const terms = { number: null, orderId: null, amount: euro('100.00'), issuedOn: '2026-01-01', dueOn: '2026-01-31' };
  const issued = InvoiceIssued.event({ invoiceId: 'i-1', customerId, ...terms, open: '100.00', cancelled: false });
  const of = (invoiceId: string | null, amount: string, open: string | null) => ({
    ...{ customerId, invoiceId, paymentId: 'p-1', amount: euro(amount), method: null, payer: null },
    invoice: open === null ? null : { ...terms, open },
  });
  const paid = (invoiceId: string | null, open: string | null) => PaymentReceived.event(of(invoiceId, '70.00', open));
  const corrected = (invoiceId: string | null, amount: string, open: string | null) =>
    PaymentCorrected.event({ ...of(invoiceId, amount, open), was: euro('70.00'), reason });

  it('counts with its right amount', () =>
    expect(after(issued, paid('i-1', '30.00'), corrected('i-1', '17.00', '83.00'))).toMatchObject({
      ...{ paid: { count: 1, values: { EUR: '17.00' } }, open: { count: 1, values: { EUR: '83.00' } } },
      ...{ openInvoices: [{ open: '83.00' }], payments: [{ paymentId: 'p-1', amount: euro('17.00') }] },
    }));
  it('is set off with its right amount', () => {
    const other = PaymentReceived.event({ ...of(null, '1.00', null), paymentId: 'p-2' });
    expect(after(issued, paid(null, null), other, corrected(null, '17.00', null))).toMatchObject({
      ...{ paid: { count: 2, values: { EUR: '18.00' } }, open: { values: { EUR: '82.00' } } },
      payments: [{ amount: euro('1.00') }, { amount: euro('17.00') }],
    });
  });
  it('may be one of an invoice that is not known yet', () =>
    expect(after(paid('i-1', null), corrected('i-1', '17.00', null))).toMatchObject({
      ...{ paid: { values: { EUR: '17.00' } }, open: { count: 0 }, credit: {} },
    }));
  it('changes nothing where the payment is not known', () =>
    expect(after(corrected(null, '70.00', null)).payments).toEqual([]));
});

describe('a corrected delivery', () => {
  const after = (...events: Event[]) => partAfter(logisticsPart, recorded(events)).logistics;
  const about = { orderId: 'o-1', customerId };
  const how = { complete: true, lines: [], carrier: 'DHL', trackingNumber: null, recipient: null };
  const value = euro('9.00');
  const placed = OrderPlaced.event({ ...about, number: null, value, lines: [], expectedOn: null, status: 'open' });
  const delivered = OrderDelivered.event({ ...about, ...how, deliveryId: 'd-1' });
  const corrected = (parts: object = {}) =>
    DeliveryCorrected.event({
      ...{ ...about, ...how, deliveryId: 'd-1', complete: false, carrier: 'UPS', reason, status: 'partly-delivered' },
      ...parts,
    });

  it('opens its order again, and shows as it is', () =>
    expect(after(placed, delivered, corrected())).toMatchObject({
      ...{ open: { count: 1, values: { EUR: '9.00' } }, openOrders: [{ status: 'partly-delivered' }] },
      deliveries: [{ deliveryId: 'd-1', complete: false, carrier: 'UPS', deliveredAt: '2026-01-02T00:00:00.000Z' }],
    }));
  it('leaves other deliveries as they are', () => {
    const other = OrderDelivered.event({ ...about, ...how, deliveryId: 'd-2', complete: false });
    const foreign = OrderDelivered.event({ ...about, ...how, orderId: 'o-2', deliveryId: 'd-1' });
    expect(after(placed, delivered, other, foreign, corrected()).deliveries.map(({ carrier }) => carrier)).toEqual([
      ...['DHL', 'DHL', 'UPS'],
    ]);
  });
  it('leaves a cancelled order cancelled', () => {
    const cancelled = OrderCancelled.event({ ...about, reason: null, value });
    expect(after(placed, delivered, cancelled, corrected({ status: 'cancelled' })).openOrders).toEqual([]);
  });
  it('may be known before its order', () =>
    expect(after(corrected(), placed)).toMatchObject({ deliveries: [], openOrders: [{ status: 'open' }] }));
});

describe('corrected usage', () => {
  const after = (...events: Event[]) => partAfter(usagePart, recorded(events)).usage;
  const month = (from: string, to: string) => ({ from: `2026-${from}-01T00:00:00Z`, to: `2026-${to}-01T00:00:00Z` });
  const meter = { customerId, meterId: 'm-1', register: null, unit: 'kWh' };
  const metered = (from: string, to: string) => UsageMetered.event({ ...meter, ...month(from, to), quantity: '312.5' });
  const corrected = UsageCorrected.event({ ...meter, ...month('01', '02'), quantity: '213.5', reason });

  it('has its right quantity, and other periods theirs', () =>
    expect(after(metered('01', '02'), metered('02', '03'), corrected)).toMatchObject([
      { meterId: 'm-1', periods: [{ quantity: '312.5' }, { quantity: '213.5', unit: 'kWh' }] },
    ]));
  it('is nothing without the period', () => expect(after(corrected)).toEqual([]));
});

import {
  DeliveryCorrected,
  InvoiceIssued,
  OrderCancelled,
  OrderDelivered,
  OrderPlaced,
  PaymentCorrected,
  PaymentReceived,
  type InvoiceEvent,
  type OrderEvent,
} from '@annals/contracts-accounts';
import { CustomerRegistered } from '@annals/contracts-customers';
import { scenarios } from '@annals/testing';
import { invoice } from './invoice.decider.js';
import { order } from './order.decider.js';

const customerId = 'u-1';
const registered = CustomerRegistered.event({
  customerId,
  profile: { kind: 'organisation', name: '华东电力', roles: ['end-customer'] },
});
const yuan = (amount: string) => ({ amount, currency: 'CNY' });
const reason = 'typing error';

describe('the correction of a payment', () => {
  const given = (...past: readonly InvoiceEvent[]) => scenarios(invoice)(...past).inContext(registered);
  const terms = { number: null, orderId: null, amount: yuan('100.00'), issuedOn: '2026-01-05', dueOn: '2026-02-04' };
  const payment = { customerId, invoiceId: 'i-1', paymentId: 'p-1', amount: yuan('70.00'), method: null, payer: null };
  const issued = InvoiceIssued.event({ invoiceId: 'i-1', customerId, ...terms, open: '100.00', cancelled: false });
  const paid = PaymentReceived.event({ ...payment, invoice: { ...terms, open: '30.00' } });
  const correct = { type: 'CorrectPayment', ...payment, method: undefined, payer: undefined, reason } as const;
  const corrected = (amount: string, open: string | null, parts: object = {}) =>
    PaymentCorrected.event({
      ...{ ...payment, amount: yuan(amount), was: yuan('70.00'), reason },
      invoice: open === null ? null : { ...terms, open },
      ...parts,
    });

  it.each([
    ['17', '17.00', '83.00'],
    ['0', '0.00', '100.00'],
    ['170', '170.00', '-70.00'],
  ])('replaces the amount by %s', (amount, now, open) =>
    given(issued, paid)
      .when({ ...correct, amount: yuan(amount) })
      .then(corrected(now, open)),
  );
  it('is known before the invoice', () =>
    given(PaymentReceived.event({ ...payment, invoice: null }))
      .when({ ...correct, amount: yuan('17') })
      .then(corrected('17.00', null)));
  it('is silent when nothing differs, and when repeated', () => {
    given(issued, paid).when(correct).thenNothing();
    given(issued, paid, corrected('17.00', '83.00'))
      .when({ ...correct, amount: yuan('17') })
      .thenNothing();
  });
  it('is refused when it was made for another reason', () =>
    given(issued, paid, corrected('17.00', '83.00'))
      .when({ ...correct, amount: yuan('17'), reason: 'misread' })
      .thenRejected('AlreadyCorrected'));
  it('is what later payments add to', () =>
    given(issued, paid, corrected('17.00', '83.00'))
      .when({ type: 'ReceivePayment', customerId, invoiceId: 'i-1', paymentId: 'p-2', amount: yuan('80') })
      .then(
        PaymentReceived.event({
          ...{ ...payment, paymentId: 'p-2', amount: yuan('80.00') },
          invoice: { ...terms, open: '3.00' },
        }),
      ));
  it('may change the currency of a payment on account only', () => {
    const amount = { amount: '70.00', currency: 'EUR' };
    const onAccount = { ...payment, invoiceId: null };
    given(PaymentReceived.event({ ...onAccount, invoice: null }))
      .when({ ...correct, invoiceId: null, amount })
      .then(corrected('', null, { invoiceId: null, amount }));
    given(issued, paid)
      .when({ ...correct, amount })
      .thenRejected('CurrencyDiffers');
  });
  it('is refused for a payment that is not there', () =>
    given(issued).when(correct).thenRejected('PaymentUnknown', { paymentId: 'p-1' }));
  it('has the stream of the payment', () =>
    expect([correct, { ...correct, invoiceId: null }].map(invoice.stream)).toEqual(['invoice-i-1', 'payment-p-1']));
});

describe('the correction of a delivery', () => {
  const given = (...past: readonly OrderEvent[]) => scenarios(order)(...past).inContext(registered);
  const about = { orderId: 'o-1', customerId };
  const tea = (quantity: string) => [{ product: 'Chai', quantity }];
  const how = { deliveryId: 'd-1', complete: true, carrier: null, trackingNumber: null, recipient: null };
  const placed = OrderPlaced.event({
    ...{ ...about, number: null, value: yuan('9.00'), lines: tea('10'), expectedOn: null, status: 'open' },
  });
  const delivered = (quantity: string, parts: object = {}) =>
    OrderDelivered.event({ ...about, ...how, lines: tea(quantity), ...parts });
  const correct = {
    type: 'CorrectDelivery' as const,
    ...about,
    deliveryId: 'd-1',
    complete: false,
    lines: tea('3'),
    reason,
  };
  const corrected = DeliveryCorrected.event({
    ...{ ...about, ...how, complete: false, lines: tea('3'), reason, status: 'partly-delivered' },
  });

  it('replaces the quantities, and opens the order again', () =>
    given(placed, delivered('10')).when(correct).then(corrected));
  it('is silent when nothing differs, and when repeated', () => {
    given(placed, delivered('10'))
      .when({ ...correct, complete: true, lines: tea('10') })
      .thenNothing();
    given(placed, delivered('10'), corrected).when(correct).thenNothing();
  });
  it('is refused when it was made for another reason', () =>
    given(placed, delivered('10'), corrected)
      .when({ ...correct, reason: 'misread' })
      .thenRejected('AlreadyCorrected'));
  it('may leave out what was delivered', () =>
    given(placed, delivered('10'))
      .when({ ...correct, lines: undefined })
      .then(
        DeliveryCorrected.event({
          ...{ ...about, ...how, complete: false, lines: [], reason, status: 'partly-delivered' },
        }),
      ));
  it('mends one of more than was ordered', () => given(placed, delivered('999')).when(correct).then(corrected));
  it('is never to more than was ordered', () =>
    given(placed, delivered('10'), delivered('8', { deliveryId: 'd-2' }))
      .when(correct)
      .thenRejected('MoreDeliveredThanOrdered'));
  it('lets an order be cancelled that was not delivered', () =>
    given(placed, delivered('10'), corrected)
      .when({ type: 'CancelOrder', ...about })
      .then(OrderCancelled.event({ ...about, reason: null, value: yuan('9.00') })));
  it('is refused for a delivery that is not there', () =>
    given(placed).when(correct).thenRejected('DeliveryUnknown', { orderId: 'o-1', deliveryId: 'd-1' }));
});

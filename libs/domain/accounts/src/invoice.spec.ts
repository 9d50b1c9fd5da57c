import { InvoiceCancelled, InvoiceIssued, PaymentReceived, type InvoiceEvent } from '@annals/contracts-accounts';
import { CustomerRegistered } from '@annals/contracts-customers';
import { scenarios } from '@annals/testing';
import { invoice } from './invoice.decider.js';

const profile = { kind: 'organisation' as const, name: '华东电力', roles: ['end-customer' as const] };
const registered = CustomerRegistered.event({ customerId: 'u-1', profile });
const given = (...past: readonly InvoiceEvent[]) => scenarios(invoice)(...past).inContext(registered);

const ids = { invoiceId: 'i-1', customerId: 'u-1' };
const yuan = (amount: string) => ({ amount, currency: 'CNY' });
const terms = { number: null, orderId: 'o-1', amount: yuan('100.00'), issuedOn: '2026-01-05', dueOn: '2026-02-04' };
const standing = (open: string) => ({ ...terms, open });

const issue = { type: 'IssueInvoice', ...ids, ...terms, amount: yuan('100') } as const;
const cancel = { type: 'CancelInvoice', ...ids, reason: 'wrong address' } as const;
const pay = (amount: string, paymentId = 'p-1') =>
  ({ type: 'ReceivePayment', ...ids, paymentId, amount: yuan(amount) }) as const;
const onAccount = { type: 'ReceivePayment', customerId: 'u-1', paymentId: 'p-1', amount: yuan('70') } as const;

const issued = (open = '100.00', parts: object = {}) =>
  InvoiceIssued.event({ ...ids, ...terms, open, cancelled: false, ...parts });
const cancelled = (open: string | null) =>
  InvoiceCancelled.event({ ...ids, reason: 'wrong address', invoice: open === null ? null : standing(open) });
const paid = (amount: string, open: string | null, parts: object = {}) =>
  PaymentReceived.event({
    ...{ ...ids, paymentId: 'p-1', amount: yuan(amount), method: null, payer: null },
    invoice: open === null ? null : standing(open),
    ...parts,
  });

describe('issuing an invoice', () => {
  it('records the amount and the due date', () => given().when(issue).then(issued()));
  it('is refused if it would be due before it was issued', () =>
    given()
      .when({ ...issue, dueOn: '2026-01-04' })
      .thenRejected('DueBeforeIssued', { issuedOn: '2026-01-05', dueOn: '2026-01-04' }));
  it('may be due on the day that it was issued', () =>
    given()
      .when({ ...issue, dueOn: '2026-01-05' })
      .then(issued('100.00', { dueOn: '2026-01-05' })));
  it('is silent when an old one is repeated that was due before it was issued', () =>
    given(issued('100.00', { dueOn: '2026-01-04' }))
      .when({ ...issue, dueOn: '2026-01-04' })
      .thenNothing());
  it('may be a credit note', () =>
    given()
      .when({ ...issue, amount: yuan('-20') })
      .then(issued('-20.00', { amount: yuan('-20.00') })));
  it('counts payments that were recorded before', () => given(paid('30.00', null)).when(issue).then(issued('70.00')));
  it('counts a cancellation that was recorded before', () =>
    given(cancelled(null))
      .when(issue)
      .then(issued('0.00', { cancelled: true })));
  it('is silent when repeated', () => given(issued()).when(issue).thenNothing());
  it('is silent when repeated after it was paid', () =>
    given(issued(), paid('100.00', '0.00')).when(issue).thenNothing());
  it.each([{ amount: yuan('100.01') }, { dueOn: '2026-02-05' }, { orderId: null }, { number: 'N' }])(
    'is refused with other content: %j',
    (other) =>
      given(issued())
        .when({ ...issue, ...other })
        .thenRejected('InvoiceAlreadyIssued', { invoiceId: 'i-1' }),
  );
  it('is refused in another currency than its payments', () =>
    given(paid('30.00', null))
      .when({ ...issue, amount: { amount: '100', currency: 'EUR' } })
      .thenRejected('CurrencyDiffers', { currency: 'EUR', known: 'CNY' }));
});

describe('receiving a payment', () => {
  it('records the open amount', () => given(issued()).when(pay('30')).then(paid('30.00', '70.00')));
  it('adds up payments', () =>
    given(issued(), paid('30.00', '70.00'))
      .when(pay('70', 'p-2'))
      .then(paid('70.00', '0.00', { paymentId: 'p-2' })));
  it('may exceed the invoice', () => given(issued()).when(pay('130')).then(paid('130.00', '-30.00')));
  it('may be reversed', () =>
    given(issued(), paid('100.00', '0.00'))
      .when(pay('-100', 'p-2'))
      .then(paid('-100.00', '100.00', { paymentId: 'p-2' })));
  it('is recorded before the invoice', () => given().when(pay('30')).then(paid('30.00', null)));
  it('is owed to the customer after the invoice was cancelled', () =>
    given(issued(), cancelled('0.00')).when(pay('30')).then(paid('30.00', '-30.00')));
  it('records the method and the payer', () => {
    const how = { method: 'bank transfer', payer: '王伟' };
    given(issued())
      .when({ ...pay('30'), ...how })
      .then(paid('30.00', '70.00', how));
  });
  it('may be on account', () =>
    given()
      .when(onAccount)
      .then(paid('70.00', null, { invoiceId: null })));
  it('is silent when repeated', () => given(issued(), paid('30.00', '70.00')).when(pay('30.0')).thenNothing());
  it('is silent when repeated after the invoice was recorded', () =>
    given(paid('30.00', null), issued('70.00')).when(pay('30')).thenNothing());
  it('is refused with other content', () =>
    given(issued(), paid('30.00', '70.00'))
      .when(pay('31'))
      .thenRejected('PaymentAlreadyReceived', { paymentId: 'p-1' }));
  it.each([issued(), paid('1.00', null, { paymentId: 'p-0' })])('is refused in another currency after $type', (past) =>
    given(past)
      .when({ ...pay('30'), amount: { amount: '30', currency: 'EUR' } })
      .thenRejected('CurrencyDiffers', { currency: 'EUR', known: 'CNY' }),
  );
  it('is refused if the sum is out of range', () =>
    given(issued(), paid('-999999999999999.00', '999999999999999.00'))
      .when(pay('-999999999999999', 'p-2'))
      .thenRejected('AmountOutOfRange'));
});

describe('cancelling an invoice', () => {
  it('leaves no open amount', () => given(issued()).when(cancel).then(cancelled('0.00')));
  it('owes the payments to the customer', () =>
    given(issued(), paid('30.00', '70.00')).when(cancel).then(cancelled('-30.00')));
  it('is recorded before the invoice', () => given().when(cancel).then(cancelled(null)));
  it('does not require a reason', () => {
    const silently = { type: 'CancelInvoice', ...ids } as const;
    given()
      .when(silently)
      .then(InvoiceCancelled.event({ ...ids, reason: null, invoice: null }));
  });
  it('is silent when repeated', () => given(issued(), cancelled('0.00')).when(cancel).thenNothing());
  it('is refused when repeated for another reason', () =>
    given(issued(), cancelled('0.00'))
      .when({ ...cancel, reason: 'too late' })
      .thenRejected('InvoiceAlreadyCancelled', { invoiceId: 'i-1' }));
});

it('keeps an invoice and its payments in one stream, and a payment on account in its own', () => {
  expect([issue, cancel, pay('1'), onAccount].map((command) => invoice.stream(command))).toEqual([
    ...['invoice-i-1', 'invoice-i-1', 'invoice-i-1'],
    'payment-p-1',
  ]);
});

describe.each([issue, cancel, pay('1', 'p-9')])('a customer: $type', (command) => {
  it.each([issued(), paid('1.00', null), cancelled(null)])('never changes after $type', (event) =>
    given(event)
      .when({ ...command, customerId: 'u-2' })
      .thenRejected('CustomerDiffers', { customerId: 'u-2' }),
  );
  it('must be registered', () =>
    scenarios(invoice)().when(command).thenRejected('CustomerNotRegistered', { customerId: 'u-1' }));
});

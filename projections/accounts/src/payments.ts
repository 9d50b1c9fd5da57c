import { invoiceId, payment, type InvoiceEvent } from '@annals/contracts-accounts';
import { customerId, field, instant } from '@annals/contracts-values';
import { instant as at, recordedFor, text, view, whenKnown, type Immutable, type Of } from '@annals/event-sourcing';
import { z } from 'zod';

/** A payment as the API answers it; `invoiceId` is `null` if it is on account. */
const answer = z.strictObject({
  ...payment.shape,
  customerId,
  invoiceId: invoiceId.nullable(),
  receivedAt: field(instant, { en: 'Received', zh: '收款时间' }),
});

/** The stored document. */
export type ReceivedPayment = Immutable<z.output<typeof answer>>;

/** One document for each payment. */
export const payments = view<Of<InvoiceEvent, 'PaymentReceived' | 'PaymentCorrected'>, ReceivedPayment>()({
  name: 'payments',
  version: 2,
  key: (event) => {
    const { invoiceId, paymentId } = event.data;
    return invoiceId === null ? `on account ${recordedFor(event)} ${paymentId}` : `${invoiceId} ${paymentId}`;
  },
  on: {
    PaymentReceived: (_, { data: { invoice: __, ...received }, occurredAt: receivedAt }) => ({
      ...received,
      receivedAt,
    }),
    PaymentCorrected: whenKnown(({ receivedAt }, { data: { invoice: _, was: __, reason: ___, ...received } }) => ({
      ...received,
      receivedAt,
    })),
  },
  fields: {
    customer: text((received) => received.customerId),
    invoice: text((received) => received.invoiceId),
    method: text(({ method }) => method),
    currency: text(({ amount }) => amount.currency),
    receivedAt: at(({ receivedAt }) => receivedAt),
  },
  indexes: [['receivedAt'], ['customer', 'receivedAt'], ['invoice', 'receivedAt']],
  personal: ['payer'],
  answer: { schema: answer, of: (received) => received },
  list: {
    path: 'payments',
    summary: { en: 'List payments by customer, invoice, method and time', zh: '按客户、发票、付款方式和时间列出付款' },
    record: { name: 'Payment', en: 'payment', zh: '付款', schema: 'NamedPayment', one: null },
    needs: 'finance.read',
    filters: ['customer', 'invoice', 'method', 'currency'],
    ranges: ['receivedAt'],
    names: { customerName: 'customer' },
    sorts: ['-receivedAt'],
  },
});

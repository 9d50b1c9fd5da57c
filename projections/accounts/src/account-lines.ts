import type { AccountEvent } from '@annals/contracts-accounts';
import { joinedLine, moneyLine } from '@annals/contracts-values';
import type { EventLines } from '@annals/event-sourcing';

/** Meters are read so often that nothing else would be seen on the page. */
export const accountLines: EventLines<AccountEvent> = {
  OrderPlaced: ({ orderId, number, value }) => `${number ?? orderId} · ${moneyLine(value)}`,
  OrderDelivered: ({ orderId, complete }) => `${orderId} · ${complete ? 'complete' : 'in part'}`,
  DeliveryCorrected: ({ orderId, reason }) => joinedLine(orderId, reason),
  OrderCancelled: ({ orderId, reason }) => joinedLine(orderId, reason),
  InvoiceIssued: ({ invoiceId, number, amount, dueOn }) => `${number ?? invoiceId} · ${moneyLine(amount)} · ${dueOn}`,
  InvoiceCancelled: ({ invoiceId, reason }) => joinedLine(invoiceId, reason),
  PaymentReceived: ({ amount, method, invoiceId }) => joinedLine(moneyLine(amount), method, invoiceId),
  PaymentCorrected: ({ amount, invoiceId, reason }) => joinedLine(moneyLine(amount), invoiceId, reason),
  UsageMetered: null,
  UsageCorrected: ({ meterId, quantity, unit, reason }) => joinedLine(meterId, `${quantity} ${unit}`, reason),
  RegisterUnitSet: null,
};

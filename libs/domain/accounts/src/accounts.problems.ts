import { problems } from '@annals/event-sourcing';

export const accountProblems = problems({
  CustomerDiffers: {
    kind: 'conflict',
    title: { en: 'Belongs to another customer', zh: '属于其他客户' },
    detail: {
      en: 'The record with this id belongs to another customer than {customerId}. Check the id and the customer.',
      zh: '该编号下的记录不属于客户 {customerId}。请核对编号和客户。',
    },
    example: { customerId: 'c-1' },
  },
  InvoiceAlreadyIssued: {
    kind: 'conflict',
    title: { en: 'Invoice already recorded', zh: '发票已记录' },
    detail: {
      en: 'Invoice {invoiceId} is recorded already, with other content. Send another id, or cancel that invoice and record the right one.',
      zh: '发票 {invoiceId} 已记录，且内容不同。请使用其他编号，或作废该发票后重新记录。',
    },
    example: { invoiceId: 'i-1' },
  },
  InvoiceAlreadyCancelled: {
    kind: 'conflict',
    title: { en: 'Invoice already cancelled', zh: '发票已作废' },
    detail: {
      en: 'Invoice {invoiceId} is recorded as cancelled already, for another reason. Leave the reason out, or send the same.',
      zh: '发票 {invoiceId} 已记录为作废，且原因不同。请不发送原因，或发送相同的原因。',
    },
    example: { invoiceId: 'i-1' },
  },
  PaymentAlreadyReceived: {
    kind: 'conflict',
    title: { en: 'Payment already recorded', zh: '付款已记录' },
    detail: {
      en: 'Payment {paymentId} is recorded already, with other content. Send another id for another payment.',
      zh: '付款 {paymentId} 已记录，且内容不同。其他付款请使用其他编号。',
    },
    example: { paymentId: 'p-1' },
  },
  OrderAlreadyPlaced: {
    kind: 'conflict',
    title: { en: 'Order already recorded', zh: '订单已记录' },
    detail: {
      en: 'Order {orderId} is recorded already, with other content. Send another id for another order.',
      zh: '订单 {orderId} 已记录，且内容不同。其他订单请使用其他编号。',
    },
    example: { orderId: 'o-1' },
  },
  OrderAlreadyCancelled: {
    kind: 'conflict',
    title: { en: 'Order already cancelled', zh: '订单已取消' },
    detail: {
      en: 'Order {orderId} is recorded as cancelled already, for another reason. Leave the reason out, or send the same.',
      zh: '订单 {orderId} 已记录为取消，且原因不同。请不发送原因，或发送相同的原因。',
    },
    example: { orderId: 'o-1' },
  },
  DeliveryAlreadyNoted: {
    kind: 'conflict',
    title: { en: 'Delivery already recorded', zh: '交货已记录' },
    detail: {
      en: 'Delivery {deliveryId} of order {orderId} is recorded already, with other content. Send another id for another delivery.',
      zh: '订单 {orderId} 的交货 {deliveryId} 已记录，且内容不同。其他交货请使用其他编号。',
    },
    example: { orderId: 'o-1', deliveryId: 'v-1' },
  },
  DueBeforeIssued: {
    kind: 'conflict',
    title: { en: 'Due before it was issued', zh: '到期日早于开票日' },
    detail: {
      en: 'The invoice would be due on {dueOn}, before the day it was issued, {issuedOn}. Send a `dueOn` that is not earlier.',
      zh: '发票到期日 {dueOn} 早于开票日 {issuedOn}。请使 `dueOn` 不早于 `issuedOn`。',
    },
    example: { issuedOn: '2026-02-04', dueOn: '2026-01-05' },
  },
  MoreDeliveredThanOrdered: {
    kind: 'conflict',
    title: { en: 'More delivered than ordered', zh: '交货多于订货' },
    detail: {
      en: 'Of {product}, {delivered} would be delivered in all, but {ordered} are ordered. Check the quantities, or correct the delivery that is wrong.',
      zh: '{product} 累计交货 {delivered}，多于订货数量 {ordered}。请核对数量，或更正有误的交货记录。',
    },
    example: { product: 'Chai', delivered: '999.00', ordered: '10.00' },
  },
  OrderAlreadyDelivered: {
    kind: 'conflict',
    title: { en: 'Order already delivered', zh: '订单已交货完成' },
    detail: {
      en: 'Order {orderId} is delivered as a whole, so it cannot be cancelled. If that delivery is wrong, correct it first.',
      zh: '订单 {orderId} 已全部交货，不能取消。如交货记录有误，请先更正。',
    },
    example: { orderId: 'o-1' },
  },
  PaymentUnknown: {
    kind: 'missing',
    title: { en: 'Payment not found', zh: '付款不存在' },
    detail: {
      en: 'There is no payment {paymentId} under this invoice, or on account without one. Check both ids.',
      zh: '该发票下（未指定发票时为预付款中）没有付款 {paymentId}。请核对两个编号。',
    },
    example: { paymentId: 'p-1' },
  },
  DeliveryUnknown: {
    kind: 'missing',
    title: { en: 'Delivery not found', zh: '交货不存在' },
    detail: {
      en: 'Order {orderId} has no delivery {deliveryId}. Check both ids.',
      zh: '订单 {orderId} 没有交货 {deliveryId}。请核对两个编号。',
    },
    example: { orderId: 'o-1', deliveryId: 'v-1' },
  },
  AlreadyCorrected: {
    kind: 'conflict',
    title: { en: 'Already corrected', zh: '已更正' },
    detail: {
      en: 'The record is corrected so already, for another reason. Send the same reason, or nothing: no further correction is needed.',
      zh: '该记录已按此内容更正，但原因不同。请发送相同的原因；无需再次更正。',
    },
  },
});

import {
  accountContracts,
  inboundMessages,
  invoiceContracts,
  meterContracts,
  orderContracts,
} from '@annals/contracts-accounts';
import { accountLines, financePart, logisticsPart, usagePart } from '@annals/projections-accounts';
import { deliveries, invoices, orders, payments, readings } from '@annals/projections-accounts';
import { aggregate, eventTypes, inbound, UNPUBLISHED, slice } from '@annals/slice';
import { accountProblems } from './accounts.problems.js';
import * as invoiceCommands from './invoice.commands.js';
import { invoice } from './invoice.decider.js';
import * as meterCommands from './meter.commands.js';
import { meter } from './meter.decider.js';
import { meterProblems } from './meter.problems.js';
import { placeOrdersOfQuotes } from './quotes.policy.js';
import * as orderCommands from './order.commands.js';
import { order } from './order.decider.js';

export const accounts = slice({
  name: 'accounts',
  title: { en: 'Orders, invoices and usage', zh: '订单、账单与用量' },
  summary: {
    en: 'Facts from other systems: orders placed, delivered and cancelled; invoices and payments; usage of meters and lines. Facts are accepted late and in any order; contradictory ones are refused.',
    zh: '来自其他系统的事实：订单的下达、交货和取消；发票与付款；计量用量。迟到或乱序的事实照常记录，自相矛盾的予以拒绝。',
  },
  process: 'sales',
  events: accountContracts,
  problems: [accountProblems, meterProblems],
  aggregates: () => [
    aggregate(order, orderCommands),
    aggregate(invoice, invoiceCommands),
    aggregate(meter, meterCommands),
  ],
  views: () => [orders, deliveries, invoices, payments, readings],
  policies: () => [placeOrdersOfQuotes],
  page: () => ({
    finance: { part: financePart, needs: 'finance.read', events: eventTypes(invoiceContracts) },
    logistics: { part: logisticsPart, needs: 'orders.read', events: eventTypes(orderContracts) },
    usage: { part: usagePart, needs: 'orders.read', events: eventTypes(meterContracts) },
  }),
  rights: {
    'orders.read': { about: 'customers', en: 'See orders, deliveries and usage', zh: '查看订单、交货和用量' },
    'finance.read': { about: 'customers', en: 'See invoices and payments', zh: '查看发票和付款' },
    'accounts.write': {
      ...{ about: 'customers', en: 'Record orders, deliveries, invoices, payments and usage' },
      zh: '记录订单、交货、发票、付款和用量',
    },
  },
  grants: {
    sales: { team: ['orders.read', 'finance.read'] },
    service: { region: ['orders.read', 'finance.read'] },
    manager: { department: ['orders.read', 'finance.read'] },
    auditor: { all: ['orders.read', 'finance.read'] },
    analyst: { all: ['orders.read', 'finance.read'] },
    integration: { all: ['accounts.write'] },
  },
  lines: accountLines,
  // These facts come from other systems, which have them already.
  published: {
    OrderPlaced: UNPUBLISHED,
    OrderDelivered: UNPUBLISHED,
    DeliveryCorrected: UNPUBLISHED,
    OrderCancelled: UNPUBLISHED,
    InvoiceIssued: UNPUBLISHED,
    InvoiceCancelled: UNPUBLISHED,
    PaymentReceived: UNPUBLISHED,
    PaymentCorrected: UNPUBLISHED,
    UsageMetered: UNPUBLISHED,
    UsageCorrected: UNPUBLISHED,
    RegisterUnitSet: UNPUBLISHED,
  },
  inbound: inbound(inboundMessages, {
    OrderPlaced: 'PlaceOrder',
    OrderDelivered: 'NoteDelivery',
    OrderCancelled: 'CancelOrder',
    InvoiceIssued: 'IssueInvoice',
    InvoiceCancelled: 'CancelInvoice',
    PaymentReceived: 'ReceivePayment',
    UsageMetered: 'MeterUsage',
  }),
});

export { accountLines } from './account-lines.js';
export { financePart } from './finance-part.js';
export { invoiceTotals, type InvoiceTotals } from './invoice-totals.js';
export { invoices, type Invoice } from './invoices.js';
export { logisticsPart } from './logistics-part.js';
export { meterUse, type MeterUse } from './meter-use.js';
export { openOrders, type Order } from './open-orders.js';
export { orderTotals, type OrderTotals } from './order-totals.js';
export { usagePart } from './usage-part.js';

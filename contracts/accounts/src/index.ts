import { invoiceContracts } from './invoices.js';
import { meterContracts } from './meters.js';
import { orderContracts } from './orders.js';
import type { EventOf } from '@annals/event-sourcing';

export * from './invoices.js';
export * from './messages.js';
export * from './meters.js';
export * from './orders.js';

/** What others keep the books of: orders, invoices, payments, meters. It comes late and in any order, and is recorded as told. */
export const accountContracts = [...orderContracts, ...invoiceContracts, ...meterContracts] as const;
export type AccountEvent = EventOf<(typeof accountContracts)[number]>;

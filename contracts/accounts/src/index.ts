import { invoiceContracts } from './invoices.js';
import { meterContracts } from './meters.js';
import { orderContracts } from './orders.js';
import type { EventOf } from '@annals/event-sourcing';

export * from './correction.js';
export * from './invoices.js';
export * from './messages.js';
export * from './meters.js';
export * from './orders.js';

/** Facts of other systems: orders, invoices, payments, meter readings. They may arrive late and in any order. */
export const accountContracts = [...orderContracts, ...invoiceContracts, ...meterContracts] as const;
export type AccountEvent = EventOf<(typeof accountContracts)[number]>;

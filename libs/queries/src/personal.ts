import { CustomerRegistered } from '@annals/contracts-customers';

/** Where views hold what is personal in the events that they are made of. */
export const PERSONAL = {
  customerPage: [
    ...CustomerRegistered.personalFields.map(({ path }) => path),
    ...['changes[].before', 'changes[].after', 'changes[].reason', 'changes[].source'],
    ...['coming[].changes[].before', 'coming[].changes[].after', 'coming[].reason', 'coming[].source'],
    ...['needs[].description', 'events[].subject', 'deals.openDeals[].title', 'deals.closedDeals[].title'],
    ...['complaints.openComplaints[].subject', 'complaints.resolvedComplaints[].subject'],
  ],
  customerRow: ['name', 'city', 'phone', 'email'],
  deal: ['title', 'attributes', 'reason', 'customerName'],
  complaint: ['subject', 'text', 'remedy', 'satisfaction.comment', 'customerName'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

import { accountContracts } from '@annals/contracts-accounts';
import { complaintContracts } from '@annals/contracts-complaints';
import { contactContracts } from '@annals/contracts-contacts';
import { customerContracts, CustomerRegistered, identifierContracts } from '@annals/contracts-customers';
import { dealContracts } from '@annals/contracts-deals';
import { organisationContracts } from '@annals/contracts-organisation';
import type { Contract, Event } from '@annals/event-sourcing';
import { maskedAt } from './mask.js';

/** Where views hold what is personal in the events that they are made of. */
export const PERSONAL = {
  customerPage: [
    ...CustomerRegistered.personalFields,
    ...['changes[].before', 'changes[].after', 'needs[].description', 'events[].subject'],
    ...['complaints.openComplaints[].subject', 'complaints.resolvedComplaints[].subject'],
  ],
  customerRow: ['name', 'city', 'phone', 'email'],
  deal: ['attributes', 'customerName'],
  fact: [],
  complaint: ['subject', 'text', 'remedy', 'satisfaction.comment', 'customerName'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

const contracts: readonly Contract[] = [
  ...customerContracts,
  ...identifierContracts,
  ...contactContracts,
  ...dealContracts,
  ...complaintContracts,
  ...accountContracts,
  ...organisationContracts,
];
const fieldsByType: ReadonlyMap<string, readonly string[]> = new Map(
  contracts.map(({ type, personalFields }) => [type, personalFields]),
);

/** An event without its personal values, or without any if nobody has said which of them are personal. */
export const maskedEvent = <E extends Event>(event: E): E => {
  const fields = fieldsByType.get(event.type);
  return { ...event, data: fields ? maskedAt(event.data, fields) : {} };
};

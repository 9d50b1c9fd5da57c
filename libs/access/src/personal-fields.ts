import { accountContracts } from '@annals/contracts-accounts';
import { complaintContracts } from '@annals/contracts-complaints';
import { contactContracts } from '@annals/contracts-contacts';
import { customerContracts, CustomerRegistered, identifierContracts } from '@annals/contracts-customers';
import { dealContracts } from '@annals/contracts-deals';
import { organisationContracts } from '@annals/contracts-organisation';
import { mapPersonal, type Contract, type Event, type Origin, type PersonalField } from '@annals/event-sourcing';
import { MASK } from './mask.js';

/** Where views hold what is personal in the events that they are made of. */
export const PERSONAL = {
  customerPage: [
    ...CustomerRegistered.personalFields.map(({ path }) => path),
    ...['changes[].before', 'changes[].after', 'changes[].reason', 'changes[].source'],
    ...['needs[].description', 'events[].subject', 'deals.openDeals[].title', 'deals.closedDeals[].title'],
    ...['complaints.openComplaints[].subject', 'complaints.resolvedComplaints[].subject'],
  ],
  customerRow: ['name', 'city', 'phone', 'email'],
  deal: ['title', 'attributes', 'reason', 'customerName'],
  fact: ['title', 'reason'],
  complaint: ['subject', 'text', 'remedy', 'satisfaction.comment', 'customerName'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

const ofCustomers: readonly Contract[] = [
  ...customerContracts,
  ...identifierContracts,
  ...contactContracts,
  ...dealContracts,
  ...complaintContracts,
  ...accountContracts,
];

/** Who looks after a customer is known to colleagues; in events about the organisation itself, names are masked, too. */
const fieldsByType: ReadonlyMap<string, readonly PersonalField[]> = new Map([
  ...ofCustomers.map(
    ({ type, personalFields }) => [type, personalFields.filter(({ whose }) => whose !== 'employee')] as const,
  ),
  ...organisationContracts.map(({ type, personalFields }) => [type, personalFields] as const),
]);

/** An event without its personal values, or without any if nobody has said which of them are personal. */
export const maskedEvent = <E extends Event & Pick<Origin, 'reason'>>(event: E): E => {
  const fields = fieldsByType.get(event.type);
  const data = fields ? mapPersonal(event.data, fields, () => MASK) : {};
  return { ...event, data, ...(event.reason === undefined ? {} : { reason: MASK }) };
};

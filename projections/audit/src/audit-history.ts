import { accountContracts } from '@annals/contracts-accounts';
import { complaintContracts } from '@annals/contracts-complaints';
import { contactContracts } from '@annals/contracts-contacts';
import { customerContracts, identifierContracts } from '@annals/contracts-customers';
import { dealContracts } from '@annals/contracts-deals';
import { organisationContracts } from '@annals/contracts-organisation';
import { projection, type Event, type RecordedEvent } from '@annals/event-sourcing';

/** An event as the log holds it: who, what, when, why, through which app, caused by what. What follows from the event is left out. */
export type AuditEntry = Omit<RecordedEvent, 'log' | 'subjects'>;

const contracts = [
  ...customerContracts,
  ...identifierContracts,
  ...contactContracts,
  ...dealContracts,
  ...complaintContracts,
  ...accountContracts,
  ...organisationContracts,
];

/** Ids that sort like positions. */
export const auditId = (position: number) => `${position}`.padStart(16, '0');

const entry = (_: AuditEntry | null, { log, subjects, ...event }: RecordedEvent): AuditEntry => event;

/** Every event, found by customer over all its streams. */
export const auditHistory = projection<Event, AuditEntry>()({
  name: 'audit-history',
  version: 3,
  key: ({ position }) => auditId(position),
  on: Object.fromEntries(contracts.map(({ type }) => [type, entry])),
  fields: {
    customer: { of: ({ subject }) => subject },
    position: { of: ({ position }) => position },
    type: { of: ({ type }) => type },
    actor: { of: ({ actor }) => actor },
    occurredAt: { of: ({ occurredAt }) => occurredAt },
    recordedAt: { of: ({ recordedAt }) => recordedAt },
  },
  indexes: [['customer', 'position'], ['position']],
});

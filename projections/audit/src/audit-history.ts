import {
  onEach,
  projection,
  type Contract,
  type Event,
  type Projection,
  type RecordedEvent,
} from '@annals/event-sourcing';

/** An event as the log holds it: who, what, when, why, through which app, caused by what. What follows from the event is left out. */
export type AuditEntry = Omit<RecordedEvent, 'log' | 'subjects'>;

/** Ids that sort like positions. */
export const auditId = (position: number) => `${position}`.padStart(16, '0');

const entry = (_: AuditEntry | null, { log, subjects, ...event }: RecordedEvent): AuditEntry => event;

/** Where entries are and how they are found: all that a reader needs. Which events are entries is said by `auditHistory`. */
export const auditEntries = projection<never, AuditEntry>()({
  name: 'audit-history',
  version: 3,
  key: ({ position }: RecordedEvent) => auditId(position),
  on: {},
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

/** Every event of these contracts, found by customer over all its streams. */
export const auditHistory = (contracts: readonly Contract[]): Projection<Event, AuditEntry> => ({
  ...auditEntries,
  key: ({ position }) => auditId(position),
  on: onEach(
    contracts.map(({ type }) => type),
    entry,
  ),
});

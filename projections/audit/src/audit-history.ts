import {
  onEach,
  projection,
  type AnyLines,
  type Contract,
  type Event,
  type Projection,
  type RecordedEvent,
} from '@annals/event-sourcing';

/**
 * When, what, who, why, and where the event lies in the log, which has its data. Rows of version 3, which are read until
 * the view is built anew, are whole events.
 */
export type HistoryRow = Pick<
  RecordedEvent,
  'id' | 'type' | 'stream' | 'revision' | 'position' | 'subject' | 'actor' | 'occurredAt' | 'recordedAt'
> & {
  readonly reason?: string | null;
  /** One line, at most 160 characters; `null` for an event that is not shown on the page of a customer. */
  readonly what?: string | null;
};

const LONGEST = 160; // characters

/** Ids that sort like positions. */
export const auditId = (position: number) => `${position}`.padStart(16, '0');

/** Where rows are and how they are found: all that a reader needs. Which events have rows is said by `auditHistory`. */
export const auditEntries = projection<never, HistoryRow>()({
  name: 'audit-history',
  version: 6,
  asRecorded: true,
  key: ({ position }: RecordedEvent) => auditId(position),
  on: {},
  fields: {
    customer: { of: ({ subject }) => subject },
    position: { of: ({ position }) => position },
    type: { of: ({ type }) => type },
    actor: { of: ({ actor }) => actor },
    occurredAt: { of: ({ occurredAt }) => occurredAt },
    recordedAt: { of: ({ recordedAt }) => recordedAt },
    /** Of an event with a line. */
    shownAt: { of: ({ occurredAt, what }) => (what === null || what === undefined ? null : occurredAt) },
  },
  indexes: [
    ['customer', 'position'],
    ['customer', 'shownAt'],
  ],
});

/** Every event of these contracts, found by customer over all its streams. */
export const auditHistory = (contracts: readonly Contract[], lines: AnyLines): Projection<Event, HistoryRow> => {
  const row = (_: HistoryRow | null, event: RecordedEvent): HistoryRow => {
    const { id, type, stream, revision, position, subject, actor, occurredAt, recordedAt } = event;
    return {
      ...{ id, type, stream, revision, position, subject, actor, occurredAt, recordedAt },
      reason: reasonOf(event),
      what: lineOf(lines, event),
    };
  };
  return {
    ...auditEntries,
    key: ({ position }) => auditId(position),
    on: onEach(
      contracts.map(({ type }) => type),
      row,
    ),
  };
};

/** That of the business where it asks for one, else that which came with the command. */
export const reasonOf = ({ reason, data }: Pick<RecordedEvent, 'reason' | 'data'>): string | null =>
  (data as { readonly reason?: string | null }).reason ?? reason ?? null;

const UNEVEN = /\s\s|[^\S ]/;

const lineOf = (lines: AnyLines, { type, data }: RecordedEvent): string | null => {
  const said = lines[type]?.(data as never);
  if (said === undefined) return null;
  const line = (UNEVEN.test(said) ? said.replace(/\s+/g, ' ') : said).trim();
  return line.length <= LONGEST ? line : [...line].slice(0, LONGEST).join('');
};

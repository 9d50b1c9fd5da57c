import type { EventStore, RecordedEvent } from '@annals/event-sourcing';

/** The event that prevents an undo, as the result of the undo names it. */
export type Edit = Pick<RecordedEvent, 'id' | 'type' | 'actor' | 'recordedAt' | 'stream'>;

export const editIn = ({ id, type, actor, recordedAt, stream }: RecordedEvent): Edit => ({
  ...{ id, type, actor, recordedAt, stream },
});

/** What an import has left in a log. */
export type Traces = {
  /** The customer that each of its streams is about, in the order of their first events. */
  readonly streams: ReadonlyMap<string, string>;
  /** Of customers in it, the first events of others in streams that have not been withdrawn. */
  readonly others: ReadonlyMap<string, readonly Edit[]>;
  readonly isOwn: (event: RecordedEvent) => boolean;
  /** Whether Annals itself recorded it, because of the clock or of an event of the import. */
  readonly follows: (event: RecordedEvent) => boolean;
};

type Kinds = {
  /** False for types that are about no record, such as reservations of unique values. */
  readonly isFact: (type: string) => boolean;
  /** The types of events that withdraw a record. */
  readonly withdrawn: readonly string[];
};

/** Reads the log once. */
export const tracesOf = async (log: EventStore, job: string, { isFact, withdrawn }: Kinds): Promise<Traces> => {
  const streams = new Map<string, string>();
  const subjects = new Set<string>();
  const others = new Map<string, readonly Edit[]>();
  const correlations = new Set<string>();
  const isOwn = ({ causationId }: RecordedEvent) => causationId === job;
  const follows = ({ actor, correlationId }: RecordedEvent) =>
    actor === 'system:clock' || (actor === 'system:policy' && correlations.has(correlationId));
  const noteOwn = ({ stream, subject, correlationId }: RecordedEvent) => {
    if (!streams.has(stream)) streams.set(stream, subject);
    subjects.add(subject);
    correlations.add(correlationId);
  };
  const noteOther = (event: RecordedEvent) => {
    const { stream, subject, type } = event;
    if (!subjects.has(subject) || streams.has(stream) || follows(event)) return;
    others.set(subject, withOther(others.get(subject) ?? [], event, withdrawn.includes(type)));
  };
  for await (const events of log.readAll(0))
    for (const event of events.filter(({ type }) => isFact(type))) (isOwn(event) ? noteOwn : noteOther)(event);
  return { streams, others, isOwn, follows };
};

const withOther = (known: readonly Edit[], event: RecordedEvent, isWithdrawn: boolean): readonly Edit[] => {
  if (isWithdrawn) return known.filter(({ stream }) => stream !== event.stream);
  return known.some(({ stream }) => stream === event.stream) ? known : [...known, editIn(event)];
};

/** The cause of the events that undo an import. */
export const undoOf = (job: string) => `undo:${job}`;

export const isUndoing = ({ causationId }: RecordedEvent, job: string) => causationId === undoOf(job);

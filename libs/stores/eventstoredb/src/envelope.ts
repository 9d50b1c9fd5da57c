import { placeholder, type NewEvent, type RecordedEvent } from '@annals/event-sourcing';
import { jsonEvent, type JSONEventData, type Position, type RecordedEvent as WireEvent } from '@eventstore/db-client';
import { Unreadable } from './failures.js';

/** The stream that stores the identity of the log. */
export const LOG_STREAM = 'annals-log';

/** Metadata key that marks events of Annals on a shared server; its value is the identity of the log. */
const MARK = 'annals';

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/**
 * An event as EventStoreDB stores it: fields without an equivalent there are in the metadata. It is a copy, because the
 * caller may change its object; values that JSON cannot represent must fail here, because in the driver they would end
 * the process.
 */
export const proposalOf = (event: NewEvent): JSONEventData =>
  inEnvelope({ ...event, recordedAt: undefined, log: undefined });

/** Adds the mark of Annals, the identity of the log, unless the event has one. */
export const marked = ({ metadata, ...proposal }: JSONEventData, log: string): JSONEventData =>
  jsonEvent({ ...proposal, metadata: { [MARK]: log, ...(metadata as object) } });

/** As `proposalOf`, for an event recorded by another log: the metadata also has its recording time. */
export const copyOf = (event: RecordedEvent): JSONEventData =>
  inEnvelope({ ...event, stream: undefined, revision: undefined, position: undefined });

type Places = Partial<Record<'stream' | 'revision' | 'position' | 'recordedAt' | 'log', unknown>>;

const inEnvelope = (event: NewEvent & Places): JSONEventData => {
  const { id, type, data, correlationId, causationId, log, ...others } = JSON.parse(
    JSON.stringify(event),
  ) as typeof event;
  if (!UUID.test(id)) throw new Error(`EventStoreDB requires UUIDs as event ids; this is ${id}.`);
  const mark = log === undefined ? {} : { [MARK]: log };
  const metadata = { ...others, ...mark, $correlationId: correlationId, $causationId: causationId };
  return jsonEvent({ id, type, data: data as Record<string, unknown>, metadata });
};

/**
 * `log` replaces a missing mark of events of older versions. An event of Annals that has lost its data or its metadata is
 * marked as unreadable: the driver returns malformed JSON as a string. Throws `Unreadable` for events of other programs.
 */
export const recorded = (event: WireEvent, log: string): RecordedEvent => {
  const { metadata, data } = event;
  const isWhole = isEnvelope(metadata);
  if (!isWhole && !isMarked(event))
    throw new Unreadable(`Event ${event.id}, the ${event.revision} of ${event.streamId}, was not written by Annals.`);
  const told = toldOf(event, log);
  if (!event.isJson || !isObject(data)) return placeholder(told, 'NotJson');
  return isWhole ? { ...told, data } : placeholder(told, 'EnvelopeIncomplete');
};

/** Everything but its data. */
const toldOf = (event: WireEvent, log: string): RecordedEvent => {
  const { id, type, streamId: stream } = event;
  const metadata = event.metadata as Envelope;
  const { $correlationId: correlationId, $causationId: causationId, [MARK]: marked = log, ...others } = metadata;
  return {
    ...others,
    ...{ id, type, data: {}, correlationId, causationId, stream, log: marked },
    revision: numberOf(event.revision),
    position: positionOf(event),
    recordedAt: metadata.recordedAt ?? event.created.toISOString(),
  };
};

/** The position of an event; of the two numbers the commit position alone orders the events that Annals appends. */
export const positionOf = ({ position }: { readonly position?: Position | undefined }): number => {
  if (!position || position.commit > Number.MAX_SAFE_INTEGER)
    throw new Unreadable('This EventStoreDB does not tell positions. Annals needs 22.6 or newer.');
  return numberOf(position.commit);
};

export const numberOf = (value: bigint): number => {
  if (value > Number.MAX_SAFE_INTEGER) throw new Unreadable(`${value} is beyond the numbers that are exact.`);
  return Number(value);
};

export const isMarked = ({ metadata }: Pick<WireEvent, 'metadata'>): boolean => isObject(metadata) && MARK in metadata;

/** The log also contains system records of EventStoreDB, such as stream metadata, and events of other programs. */
export const isOurs = (event: Pick<WireEvent, 'type' | 'streamId' | 'metadata'>): boolean => {
  const { type, streamId, metadata } = event;
  const isOfServer = type.startsWith('$') || streamId.startsWith('$');
  return !isOfServer && streamId !== LOG_STREAM && (isMarked(event) || isEnvelope(metadata));
};

/** Whether another program wrote it, not Annals and not the server. */
export const isForeign = (event: Pick<WireEvent, 'type' | 'streamId' | 'metadata'>): boolean =>
  !event.type.startsWith('$') && !event.streamId.startsWith('$') && event.streamId !== LOG_STREAM && !isOurs(event);

type Envelope = Omit<NewEvent, 'id' | 'type' | 'data' | 'correlationId' | 'causationId'> & {
  readonly $correlationId: string;
  readonly $causationId: string;
  /** Missing in events of older versions. */
  readonly [MARK]?: string;
  /** Only in copied events; otherwise EventStoreDB stores it. */
  readonly recordedAt?: string;
};

const STRINGS = ['subject', 'actor', 'occurredAt', 'commandId', 'source', '$correlationId', '$causationId'];

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const isEnvelope = (metadata: unknown): metadata is Envelope =>
  isObject(metadata) &&
  'schemaVersion' in metadata &&
  STRINGS.every((name) => typeof (metadata as Readonly<Record<string, unknown>>)[name] === 'string');

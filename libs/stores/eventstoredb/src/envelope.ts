import type { NewEvent, RecordedEvent } from '@annals/event-sourcing';
import { jsonEvent, type JSONEventData, type Position, type RecordedEvent as WireEvent } from '@eventstore/db-client';
import { Unreadable } from './failures.js';

/** The stream that says which log it is. */
export const LOG_STREAM = 'annals-log';

/** What tells events of Annals from those of other programs on the server; its value is the identity of the log. */
const MARK = 'annals';

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/**
 * An event as EventStoreDB takes it: what it does not know itself is in the metadata. A copy, as its caller may change
 * what it has given; and what JSON cannot hold has to fail here, because inside the driver it would end the process.
 */
export const proposalOf = (event: NewEvent): JSONEventData =>
  inEnvelope({ ...event, recordedAt: undefined, log: undefined });

/** With the mark of Annals, which is the identity of its log, unless it has one already. */
export const marked = ({ metadata, ...proposal }: JSONEventData, log: string): JSONEventData =>
  jsonEvent({ ...proposal, metadata: { [MARK]: log, ...(metadata as object) } });

/** As `proposalOf`, of an event that another log has recorded: the time when it did so is in the metadata, too. */
export const copyOf = (event: RecordedEvent): JSONEventData =>
  inEnvelope({ ...event, stream: undefined, revision: undefined, position: undefined });

type Places = Partial<Record<'stream' | 'revision' | 'position' | 'recordedAt' | 'log', unknown>>;

const inEnvelope = (event: NewEvent & Places): JSONEventData => {
  const { id, type, data, correlationId, causationId, log, ...others } = JSON.parse(
    JSON.stringify(event),
  ) as typeof event;
  if (!UUID.test(id)) throw new Error(`EventStoreDB takes UUIDs as ids of events, not ${id}.`);
  const mark = log === undefined ? {} : { [MARK]: log };
  const metadata = { ...others, ...mark, $correlationId: correlationId, $causationId: causationId };
  return jsonEvent({ id, type, data: data as Record<string, unknown>, metadata });
};

/**
 * `log` stands in for the mark, which events of older versions do not have. Throws `Unreadable` for what no Annals has
 * written: the driver hands over malformed JSON as if it were a string.
 */
export const recorded = (event: WireEvent, log: string): RecordedEvent => {
  const { id, type, streamId: stream, data, metadata } = event;
  if (!event.isJson || !isObject(data) || !isEnvelope(metadata))
    throw new Unreadable(`Event ${id}, the ${event.revision} of ${stream}, was not written by Annals.`);
  const { $correlationId: correlationId, $causationId: causationId, [MARK]: marked = log, ...others } = metadata;
  return {
    ...others,
    ...{ id, type, data, correlationId, causationId, stream, log: marked },
    revision: numberOf(event.revision),
    position: positionOf(event),
    recordedAt: metadata.recordedAt ?? event.created.toISOString(),
  };
};

/** Where an event lies in the log; of the two numbers the commit position alone orders what Annals appends. */
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

/** EventStoreDB keeps its own records, such as metadata of streams, among ours; and other programs may write there, too. */
export const isOurs = (event: Pick<WireEvent, 'type' | 'streamId' | 'metadata'>): boolean => {
  const { type, streamId, metadata } = event;
  const isOfServer = type.startsWith('$') || streamId.startsWith('$');
  return !isOfServer && streamId !== LOG_STREAM && (isMarked(event) || isEnvelope(metadata));
};

type Envelope = Omit<NewEvent, 'id' | 'type' | 'data' | 'correlationId' | 'causationId'> & {
  readonly $correlationId: string;
  readonly $causationId: string;
  /** Not there in events of older versions. */
  readonly [MARK]?: string;
  /** There in copies alone: otherwise EventStoreDB knows. */
  readonly recordedAt?: string;
};

const STRINGS = ['subject', 'actor', 'occurredAt', 'commandId', 'source', '$correlationId', '$causationId'];

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const isEnvelope = (metadata: unknown): metadata is Envelope =>
  isObject(metadata) &&
  'schemaVersion' in metadata &&
  STRINGS.every((name) => typeof (metadata as Readonly<Record<string, unknown>>)[name] === 'string');

import { mapPersonal, type RecordedEvent } from '@annals/event-sourcing';
import type { PublishedEvent } from './publication.js';

/** A CloudEvent 1.0. Extension attributes are strings, because its integers have only 32 bits. */
export type CloudEvent = {
  readonly specversion: '1.0';
  /** The id of the event in the log, by which consumers recognise duplicates. */
  readonly id: string;
  readonly source: string;
  /** `annals.DealClosed.v1` */
  readonly type: string;
  /** The customer. */
  readonly subject: string;
  /** When it happened. */
  readonly time: string;
  readonly dataschema: string;
  readonly datacontenttype: 'application/json';
  readonly recordedtime: string;
  /** The position in the log; ascending for each customer. */
  readonly position: string;
  /** The revision of the event in its stream. */
  readonly revision: string;
  readonly correlationid: string;
  readonly causationid: string;
  /** W3C trace context, if the event was recorded under a trace. */
  readonly traceparent?: string;
  readonly data: object;
};

export const OUTGOING_TOPIC = 'annals.customer-events.v1';
export const SOURCE = 'urn:annals:log';

/** `CustomerRegistered.v1` */
export const nameOf = ({ event, version }: PublishedEvent) => `${event.type}.v${version}`;

export const schemaIdOf = (name: string) => `urn:annals:schema:${name}`;

/** Converts events of a log into published events. */
export type Publisher = {
  /** The types of the published events. */
  readonly types: readonly string[];
  /** The published form of an event of any version; `null` if it is not published. */
  readonly publish: (event: RecordedEvent) => CloudEvent | null;
};

export const publisherOf = (publications: readonly PublishedEvent[]): Publisher => {
  const byType = new Map(publications.map((publication) => [publication.event.type, publication]));
  return {
    types: [...byType.keys()],
    publish: (event) => {
      const publication = byType.get(event.type);
      return publication ? cloudEvent(event, publication) : null;
    },
  };
};

const cloudEvent = (event: RecordedEvent, publication: PublishedEvent): CloudEvent => {
  const name = nameOf(publication);
  return {
    specversion: '1.0',
    id: event.id,
    source: SOURCE,
    type: `annals.${name}`,
    subject: event.subject,
    time: event.occurredAt,
    dataschema: schemaIdOf(name),
    datacontenttype: 'application/json',
    recordedtime: event.recordedAt,
    position: String(event.position),
    revision: String(event.revision),
    correlationid: event.correlationId,
    causationid: event.causationId,
    ...traceOf(event),
    data: publication.schema.parse(leaving(event, publication)),
  };
};

const leaving = (event: RecordedEvent, { event: contract, from }: PublishedEvent): object => {
  const { data } = contract.upcast(event);
  return from?.(data as never) ?? mapPersonal(data, contract.personalFields, () => undefined);
};

const traceOf = ({ traceparent }: RecordedEvent) => (traceparent === undefined ? {} : { traceparent });

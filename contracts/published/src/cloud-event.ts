import { mapPersonal, type RecordedEvent } from '@annals/event-sourcing';
import type { Publication } from './publications.js';
import { publications } from './publications.js';

/** A CloudEvent 1.0. Attributes beyond the standard are strings, too, since its integers have 32 bits. */
export type CloudEvent = {
  readonly specversion: '1.0';
  /** That of the event in the log: whoever gets it twice knows it by this. */
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
  /** The place in the log, rising within each customer. */
  readonly position: string;
  /** The place in the event's own stream. */
  readonly revision: string;
  readonly correlationid: string;
  readonly causationid: string;
  /** W3C trace context, if the event was recorded under a trace. */
  readonly traceparent?: string;
  readonly data: object;
};

export const OUTGOING_TOPIC = 'annals.customer-events.v1';
export const SOURCE = 'urn:annals:log';

const byType = new Map(publications.map((publication) => [publication.event.type, publication]));

/** The event types that leave. */
export const publishedTypes: readonly string[] = [...byType.keys()];

/** `CustomerRegistered.v1` */
export const nameOf = ({ event, version }: Publication) => `${event.type}.v${version}`;

export const schemaIdOf = (name: string) => `urn:annals:schema:${name}`;

/** The event as others see it, whatever its version; `null` if it stays inside. */
export const published = (event: RecordedEvent): CloudEvent | null => {
  const publication = byType.get(event.type);
  if (!publication) return null;
  const { data } = publication.event.upcast(event);
  const named = publication.from?.(data) ?? mapPersonal(data, publication.event.personalFields, () => undefined);
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
    data: publication.schema.parse(named),
  };
};

const traceOf = ({ traceparent }: RecordedEvent) => (traceparent === undefined ? {} : { traceparent });

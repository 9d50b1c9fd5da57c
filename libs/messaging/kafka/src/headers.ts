import type { CloudEvent } from '@annals/contracts-published';
import type { IHeaders } from 'kafkajs';

export type Headers = Readonly<Record<string, string>>;

const POSITION = 'ce_position';
const LOG = 'annals-log';

/** A CloudEvent in Kafka's binary mode: attributes are headers, the value is the data. `log` is the identity of its log. */
export const messageOf = (event: CloudEvent, log: string) => {
  const { data, datacontenttype, ...attributes } = event;
  const headers: Record<string, string> = { 'content-type': datacontenttype, [LOG]: log };
  for (const [name, value] of Object.entries(attributes)) headers[`ce_${name}`] = value;
  // In addition to ce_traceparent, because tracing tools expect this header.
  if (event.traceparent !== undefined) headers['traceparent'] = event.traceparent;
  return { key: event.subject, value: JSON.stringify(data), headers };
};

/** Headers as texts; of a repeated header, the last value. A header without a value, as clients in other languages write, is empty. */
export const textsOf = (headers: IHeaders | undefined): Headers => {
  const entries = Object.entries(headers ?? {}).map(([name, values]) => [name, [values].flat().at(-1)] as const);
  return Object.fromEntries(
    entries.flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value ?? '')]])),
  );
};

/** The log position of the event in a message; `undefined` for a message that no relay sent. */
export const positionIn = (headers: IHeaders | undefined): number | undefined => {
  const position = Number(textsOf(headers)[POSITION] ?? NaN);
  return Number.isSafeInteger(position) ? position : undefined;
};

/** The identity of the log of the event in a message; `undefined` for a message of an older version or of another program. */
export const logIn = (headers: IHeaders | undefined): string | undefined => textsOf(headers)[LOG];

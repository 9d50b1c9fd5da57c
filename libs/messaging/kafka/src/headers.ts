import type { CloudEvent } from '@annals/contracts-published';
import type { IHeaders } from 'kafkajs';

export type Headers = Readonly<Record<string, string>>;

const POSITION = 'ce_position';

/** A CloudEvent in Kafka's binary mode: attributes are headers, and the data alone are the value. */
export const messageOf = (event: CloudEvent) => {
  const { data, datacontenttype, ...attributes } = event;
  const headers: Record<string, string> = { 'content-type': datacontenttype };
  for (const [name, value] of Object.entries(attributes)) headers[`ce_${name}`] = value;
  // Beside ce_traceparent, since tracing tools look for it here.
  if (event.traceparent !== undefined) headers['traceparent'] = event.traceparent;
  return { key: event.subject, value: JSON.stringify(data), headers };
};

/** As texts; of a header that comes several times, the last. */
export const textsOf = (headers: IHeaders | undefined): Headers => {
  const entries = Object.entries(headers ?? {}).map(([name, values]) => [name, [values].flat().at(-1)] as const);
  return Object.fromEntries(entries.flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])));
};

/** Where in the log the event of a message is; `undefined` for a message that no relay has sent. */
export const positionIn = (headers: IHeaders | undefined): number | undefined => {
  const position = Number(textsOf(headers)[POSITION] ?? NaN);
  return Number.isSafeInteger(position) ? position : undefined;
};

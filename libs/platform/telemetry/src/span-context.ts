import { ROOT_CONTEXT, trace, type Context, type Span, type SpanContext } from '@opentelemetry/api';
import { parseTraceParent } from '@opentelemetry/core';

/** The span context of a `traceparent`; `undefined` for none. */
export const spanContextIn = (traceparent: string | undefined): SpanContext | undefined =>
  (traceparent !== undefined && parseTraceParent(traceparent)) || undefined;

/** The parent context of a span; without a place it starts a new trace. */
export const beneath = (traceparent: string | undefined, isRemote = false): Context => {
  const parent = spanContextIn(traceparent);
  return parent ? trace.setSpanContext(ROOT_CONTEXT, { ...parent, isRemote }) : ROOT_CONTEXT;
};

export const traceparentOf = (span: Span): string => {
  const { traceId, spanId, traceFlags } = span.spanContext();
  return `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`;
};

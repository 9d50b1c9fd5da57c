import { SpanStatusCode, type Span } from '@opentelemetry/api';
import type { TracingChannel } from 'node:diagnostics_channel';
import { outcomeOf } from './outcome.js';

type Traced = { readonly error?: unknown };

/** Ends a span with an error, `undefined` for none. Only the name of the error is recorded, because its text may contain personal data. */
export const endSpan = (span: Span, error: unknown): void => {
  const outcome = outcomeOf(error);
  span.setAttribute('annals.outcome', outcome);
  if (error instanceof Error) span.setAttribute('error.type', error.constructor.name);
  if (outcome === 'failed') span.setStatus({ code: SpanStatusCode.ERROR });
  span.end();
};

/** Creates a span for each operation on a channel until the returned function is called. */
export const spansOn = <T extends Traced>(
  { start, asyncEnd }: TracingChannel<string, T>,
  begin: (traced: T) => Span,
): (() => void) => {
  const spans = new WeakMap<T, Span>();
  const begun = (traced: unknown) => void spans.set(traced as T, begin(traced as T));
  const ended = (traced: unknown) => {
    const span = spans.get(traced as T);
    if (span) endSpan(span, (traced as T).error);
  };
  start.subscribe(begun);
  asyncEnd.subscribe(ended);
  return () => {
    start.unsubscribe(begun);
    asyncEnd.unsubscribe(ended);
  };
};

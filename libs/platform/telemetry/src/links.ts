import type { RecordedEvent } from '@annals/event-sourcing';
import { TraceFlags, type Link } from '@opentelemetry/api';
import { spanContextIn } from './span-context.js';

const MOST = 32; // links of a span

/** Links to the sampled traces of events, one per trace, at most `MOST`. */
export const linksTo = (events: readonly Pick<RecordedEvent, 'traceparent'>[]): Link[] => {
  const links = new Map<string, Link>();
  for (const { traceparent } of events) {
    const context = spanContextIn(traceparent);
    if (!context || !(context.traceFlags & TraceFlags.SAMPLED) || links.has(context.traceId)) continue;
    links.set(context.traceId, { context: { ...context, isRemote: true } });
    if (links.size === MOST) break;
  }
  return [...links.values()];
};

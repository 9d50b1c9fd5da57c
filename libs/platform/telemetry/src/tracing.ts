import { commandTracing, type TracedCommand } from '@annals/command-bus/handlers';
import type { TraceSettings } from '@annals/configuration';
import { batchTracing, type TracedBatch } from '@annals/projecting';
import { ROOT_CONTEXT, SpanKind, type Tracer } from '@opentelemetry/api';
import type { FastifyInstance } from 'fastify';
import { appendTracing, type TracedAppend } from './counting-event-store.js';
import { linksTo } from './links.js';
import { relayTracing, type TracedRelay } from './relay-tracing.js';
import { spansOfRequests } from './request-spans.js';
import { beneath, traceparentOf } from './span-context.js';
import { spansOn } from './spans-on.js';

/** The target of spans. `close` returns when they are delivered or cannot be delivered. */
export type Spans = { readonly tracer: Tracer; readonly close: () => Promise<void> };

/** Traces the work of this thread in spans of W3C traces: commands, appends, batches of projections and of the relay, and requests of a given server. */
export class Tracing {
  private readonly ends: readonly (() => void)[];

  constructor(private readonly spans: Spans) {
    this.ends = [
      spansOn(commandTracing, this.ofCommand),
      spansOn(appendTracing, this.ofAppend),
      spansOn(batchTracing, this.ofBatch),
      spansOn(relayTracing, this.ofRelay),
    ];
  }

  /** Must be called before the first route is added. */
  watch(fastify: FastifyInstance) {
    spansOfRequests(fastify, this.spans.tracer);
  }

  async close() {
    for (const end of this.ends) end();
    await this.spans.close();
  }

  private readonly ofCommand = (command: TracedCommand) => {
    const attributes = { 'annals.command': command.type };
    const span = this.spans.tracer.startSpan(`command ${command.type}`, { attributes }, beneath(command.traceparent));
    command.traceparent = traceparentOf(span);
    return span;
  };

  private readonly ofAppend = ({ events }: TracedAppend) => {
    const attributes = { 'annals.events': events.length };
    return this.spans.tracer.startSpan('append', { attributes }, beneath(events[0]?.traceparent));
  };

  private readonly ofBatch = ({ views, events }: TracedBatch) => {
    const attributes = { 'annals.views': [...views], 'annals.events': events.length };
    const options = { kind: SpanKind.CONSUMER, attributes, links: linksTo(events) };
    return this.spans.tracer.startSpan('project', options, ROOT_CONTEXT);
  };

  private readonly ofRelay = ({ topic, events }: TracedRelay) => {
    const attributes = { 'messaging.system': 'kafka', 'messaging.destination.name': topic };
    const options = { kind: SpanKind.PRODUCER, attributes: { ...attributes, 'annals.events': events.length } };
    return this.spans.tracer.startSpan('relay', { ...options, links: linksTo(events) }, ROOT_CONTEXT);
  };
}

/** Starts tracing to a collector; without settings it does nothing. */
export const openTracing = async (settings: TraceSettings | undefined): Promise<Tracing | undefined> => {
  if (!settings) return undefined;
  const { collectorAt } = await import('./exporting.js'); // large, and most installations have no collector
  return new Tracing(collectorAt(settings));
};

import type { TraceSettings } from '@annals/configuration';
import { Logger } from '@nestjs/common';
import { setGlobalErrorHandler } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { defaultResource, resourceFromAttributes } from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
  type SpanProcessor,
} from '@opentelemetry/sdk-trace';
import type { Spans } from './tracing.js';

const PATIENCE = 5_000; // ms

/** Records spans with a processor. The sampling decision of a caller is kept; of new traces the share `ratio` is sampled. */
export const spansBy = (processor: SpanProcessor, { service, ratio }: Omit<TraceSettings, 'endpoint'>): Spans => {
  const provider = new TracerProvider({
    resource: defaultResource().merge(resourceFromAttributes({ 'service.name': service })),
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(ratio) }),
    spanProcessors: [processor],
  });
  return { tracer: provider.getTracer('annals'), close: () => provider.shutdown() };
};

/**
 * Sends spans to a collector by OTLP over HTTP. An unavailable collector only costs spans; closing waits for it up to
 * `patience` milliseconds.
 */
export const collectorAt = ({ endpoint, ...settings }: TraceSettings, patience = PATIENCE): Spans => {
  const log = new Logger('Tracing');
  let isTold = false;
  const tell = (error: unknown) => {
    if (isTold) return log.debug(String(error));
    isTold = true;
    log.warn(`The trace collector does not respond; spans are lost meanwhile: ${String(error)}`);
  };
  setGlobalErrorHandler(tell);
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/+$/, '')}/v1/traces`, timeoutMillis: patience });
  const { tracer, close } = spansBy(new BatchSpanProcessor({ exporter, exportTimeoutMillis: patience }), settings);
  return { tracer, close: () => close().catch(tell) };
};

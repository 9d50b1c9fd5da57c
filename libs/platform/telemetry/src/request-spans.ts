import { traceparentIn, type CommandRequest } from '@annals/http';
import { SpanKind, SpanStatusCode, type Span, type Tracer } from '@opentelemetry/api';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { beneath, traceparentOf } from './span-context.js';

/** Requests for health and metrics are not traced, because they would outnumber the others. */
const isWatching = (route = '') => /^\/(health\/|metrics$)/.test(route);

/** Creates a span for each request, as the parent of everything that it causes. */
export const spansOfRequests = (fastify: FastifyInstance, tracer: Tracer): void => {
  const spans = new WeakMap<FastifyRequest, Span>();
  fastify.addHook('onRequest', (request, _, done) => {
    if (!isWatching(request.routeOptions.url)) {
      const span = begin(tracer, request);
      spans.set(request, span);
      (request as CommandRequest).traceparent = traceparentOf(span);
    }
    done();
  });
  fastify.addHook('onResponse', (request, { statusCode }, done) => {
    const span = spans.get(request);
    span?.setAttribute('http.response.status_code', statusCode);
    if (statusCode >= 500) span?.setStatus({ code: SpanStatusCode.ERROR });
    span?.end();
    done();
  });
};

const begin = (tracer: Tracer, { method, routeOptions: { url: route }, headers }: FastifyRequest) => {
  const name = route === undefined ? method : `${method} ${route}`; // the pattern, because paths contain ids
  const attributes = { 'http.request.method': method, ...(route === undefined ? {} : { 'http.route': route }) };
  const parent = beneath(traceparentIn(headers['traceparent']), true);
  return tracer.startSpan(name, { kind: SpanKind.SERVER, attributes }, parent);
};

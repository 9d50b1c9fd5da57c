import { daysIn } from '@annals/analytics';
import type { INestApplication } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import { AllowedMethods } from './allowed-methods.js';
import { tellFreshness } from '../queries/answer.js';
import { QueryNames } from '../queries/query-names.js';
import { FormPipe } from '../forms/form.pipe.js';
import { endSoon } from './ending.js';
import { useSecurityHeaders } from './headers.js';
import { isKey } from '../commands/origin.js';
import { requestProblems } from '../problems/http.problems.js';
import { ProblemFilter } from '../problems/problem.filter.js';
import { BULK_PATH, useJsonBodies } from './json-body.js';
import { limitHtmlForms } from './html-form.js';
import { requestContext } from './request-context.js';
import { limitTime } from './time-limit.js';

export type Conventions = {
  /** Maximum size of a bulk request in bytes; default 16 MiB. */
  readonly bulkBodyLimit?: number;
  /** Seconds until a request is answered with 503; default 30. */
  readonly requestTimeout?: number;
  /** Time zone of days; default UTC. */
  readonly calendar?: { readonly timeZone: string };
};

/** Configures an HTTP process of Annals, or of its tests. Must be called before the first route is added. */
export const useHttpConventions = <App extends INestApplication>(app: App, conventions: Conventions = {}): App => {
  const { bulkBodyLimit = 16 * 1024 * 1024, requestTimeout = 30, calendar = { timeZone: 'UTC' } } = conventions;
  const days = daysIn(calendar.timeZone);
  const fastify = app.getHttpAdapter().getInstance() as FastifyInstance;
  const allowed = new AllowedMethods();

  fastify.addHook('onRoute', (route) => {
    allowed.learn(route);
    if (route.url === BULK_PATH) route.bodyLimit = bulkBodyLimit;
    limitHtmlForms(route);
  });
  fastify.setGenReqId(() => randomUUID());
  fastify.addHook('onRequest', ({ id }, reply, done) => {
    void reply.header('X-Request-Id', id);
    done();
  });
  fastify.addHook('onRequest', async ({ raw }) => refuseHosts(raw.rawHeaders));
  fastify.decorateRequest('days', { getter: () => days });
  limitTime(fastify, requestTimeout * 1_000);
  endSoon(fastify, requestTimeout * 1_000);
  useSecurityHeaders(fastify);
  useJsonBodies(app);
  fastify.addHook('preValidation', rememberRequest);
  fastify.addHook('preSerialization', tellFreshness);
  fastify.addHook('onSend', hearOut);

  app.useGlobalFilters(new ProblemFilter(allowed));
  app.useGlobalInterceptors(new QueryNames());
  app.useGlobalPipes(new FormPipe());
  app.enableShutdownHooks();
  return app;
};

const refuseHosts = (headers: readonly string[]) => {
  const hosts = headers.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'host');
  if (hosts.length > 1) throw requestProblems.problem('HostTwice');
};

// Closed while it is still sending, a client would get a broken connection instead of the answer. The time for a request bounds the rest.
const hearOut = async ({ raw }: FastifyRequest, reply: FastifyReply, payload: unknown) => {
  if (reply.statusCode === 413 && !raw.complete) void reply.removeHeader('connection');
  return payload;
};

// After the body has been read, because its chunks arrive in the context of the socket.
const rememberRequest = ({ id, headers }: FastifyRequest, _reply: FastifyReply, done: () => void) => {
  const said = headers['x-correlation-id'] ?? headers['idempotency-key'];
  requestContext.run({ requestId: id, correlationId: isKey(said) ? said : id }, done);
};

import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { Socket } from 'node:net';
import { HttpProblem } from './http-problem.js';
import { problemOf } from './problem.js';

/** `bodyLimit` is the most bytes that a request may have; bulk requests have a limit of their own. */
export const fastifyAdapter = ({ bodyLimit }: { readonly bodyLimit: number }): FastifyAdapter =>
  new FastifyAdapter({
    bodyLimit,
    trustProxy: false,
    routerOptions: { maxParamLength: 200 },
    // Raised by the router, before there is a route whose filter could answer.
    frameworkErrors: answerRouted,
    clientErrorHandler: (_error, socket) => answerRaw(socket),
  });

const answerRouted = (error: FastifyError, { id }: FastifyRequest, reply: FastifyReply) => {
  const problem = new HttpProblem(
    error.statusCode ?? 400,
    error.code === 'FST_ERR_BAD_URL' ? 'MalformedUrl' : 'BadUrl',
  );
  void reply.status(problem.status).type('application/problem+json').send(problemOf(problem, id));
};

/** What was sent is not even HTTP. */
const answerRaw = (socket: Socket) => {
  const body = JSON.stringify(problemOf(new HttpProblem(400, 'MalformedRequest')));
  const head = ['HTTP/1.1 400 Bad Request', 'Content-Type: application/problem+json', `Content-Length: ${body.length}`];
  if (socket.writable) socket.write([...head, 'Connection: close', '', body].join('\r\n'));
  socket.destroySoon();
};

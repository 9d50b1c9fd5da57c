import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { createServer, STATUS_CODES, type RequestListener } from 'node:http';
import type { Socket } from 'node:net';
import type { AdmissionLimits } from './admission.js';
import { admitWithin } from './admit-within.js';
import type { HttpProblem } from './http-problem.js';
import { requestProblems } from './http.problems.js';
import { problemOf } from './problem.js';
import { serverProblems } from './server.problems.js';
import { sendProblem } from './send-problem.js';

export type AdapterOptions = {
  /** The most bytes that a request may have; bulk requests have a limit of their own. */
  readonly bodyLimit: number;
  /** Addresses or networks of proxies whose word is taken for who asks; none unless told. */
  readonly trustedProxies?: readonly string[];
  /** Any load is taken unless told. */
  readonly overload?: AdmissionLimits;
};

const SECOND = 1_000; // ms

const SERVER = { headersTimeout: 15 * SECOND, connectionsCheckingInterval: 5 * SECOND, maxHeaderSize: 16 * 1024 };

/** The server beneath Nest. No connection is held for long by whoever sends, reads or says nothing. */
export const fastifyAdapter = ({ bodyLimit, trustedProxies = [], overload }: AdapterOptions): FastifyAdapter =>
  new FastifyAdapter({
    bodyLimit,
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
    routerOptions: { maxParamLength: 200 },
    requestTimeout: 60 * SECOND, // for the whole of a request to arrive
    connectionTimeout: 120 * SECOND, // without a byte in either direction
    keepAliveTimeout: 65 * SECOND, // longer than the proxies before us
    maxRequestsPerSocket: 100_000,
    serverFactory: (answer: RequestListener) => createServer(SERVER, overload ? admitWithin(overload, answer) : answer),
    // Raised by the router, before there is a route whose filter could answer.
    frameworkErrors: answerRouted,
    clientErrorHandler: (error, socket) => answerRaw(error, socket),
  });

const answerRouted = (error: FastifyError, { id }: FastifyRequest, reply: FastifyReply) => {
  const code = error.code === 'FST_ERR_BAD_URL' ? 'MalformedUrl' : 'BadUrl';
  sendProblem(reply, requestProblems.problem(code), id);
};

const RAW: Readonly<Record<string, HttpProblem>> = {
  ERR_HTTP_REQUEST_TIMEOUT: serverProblems.problem('RequestTooSlow'),
  HPE_HEADER_OVERFLOW: serverProblems.problem('HeadersTooLarge'),
};

/** What was sent is not even HTTP, or was never sent to its end. */
const answerRaw = ({ code = '' }: NodeJS.ErrnoException, socket: Socket) => {
  const problem = RAW[code] ?? serverProblems.problem('MalformedRequest');
  const body = JSON.stringify(problemOf(problem, 'en'));
  const head = [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
    'Content-Type: application/problem+json',
    'Content-Language: en',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  if (socket.writable) socket.write([...head, '', body].join('\r\n'));
  socket.destroySoon();
};

import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { createServer, STATUS_CODES, type RequestListener } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { Socket } from 'node:net';
import type { AdmissionLimits } from './admission.js';
import { RequestDoor } from './request-door.js';
import { limitConnections } from './connections.js';
import type { HttpProblem } from '../problems/http-problem.js';
import { requestProblems } from '../problems/http.problems.js';
import { problemOf } from '../problems/problem.js';
import { serverProblems } from '../problems/server.problems.js';
import { sendProblem } from '../problems/send-problem.js';
import type { ServedCertificate } from './served-certificate.js';

export type AdapterOptions = {
  /** Maximum size of a request body in bytes; bulk requests have another limit. */
  readonly bodyLimit: number;
  /** Addresses or networks of proxies whose X-Forwarded-For is trusted; none by default. */
  readonly trustedProxies?: readonly string[];
  /** Limits of admission; unlimited by default. */
  readonly overload?: AdmissionLimits;
  /** Maximum number of open connections of one address that is not a trusted proxy; unlimited by default. */
  readonly connectionsPerAddress?: number;
  /** Without it connections are not encrypted. */
  readonly certificate?: ServedCertificate | undefined;
};

const SECOND = 1_000; // ms

// Fastify applies limits of time only to servers that it makes itself.
const SERVER = {
  headersTimeout: 15 * SECOND,
  requestTimeout: 60 * SECOND, // for the whole of a request to arrive
  keepAliveTimeout: 65 * SECOND, // longer than that of proxies in front
  connectionsCheckingInterval: 5 * SECOND,
  maxHeaderSize: 16 * 1024,
};
const SILENCE = 120 * SECOND; // without a byte in either direction

const SECURE = { handshakeTimeout: 15 * SECOND };

/** The HTTP server of Nest. Slow or silent clients cannot hold connections for long, nor take the room of other requests. */
export const fastifyAdapter = (options: AdapterOptions): FastifyAdapter => {
  const { bodyLimit, trustedProxies = [], overload } = options;
  const door = overload && new RequestDoor(overload);
  const adapter = new FastifyAdapter({
    bodyLimit,
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
    routerOptions: { maxParamLength: 200 },
    serverFactory: (answer: RequestListener) => serverOf(door ? door.before(answer) : answer, options),
    // Raised by the router, before a route with a filter is known.
    frameworkErrors: answerRouted,
    clientErrorHandler: (error, socket) => answerRaw(error, socket),
  });
  if (door) adapter.getInstance().addHook('preValidation', (request, reply) => door.afterBody(request, reply));
  return adapter;
};

const serverOf = (answer: RequestListener, options: AdapterOptions) => {
  const { connectionsPerAddress, trustedProxies = [], certificate } = options;
  const server = certificate ? secureServer(answer, certificate) : createServer(SERVER, answer);
  server.setTimeout(SILENCE);
  server.maxRequestsPerSocket = 100_000;
  if (connectionsPerAddress !== undefined) limitConnections(server, connectionsPerAddress, trustedProxies);
  return server;
};

const secureServer = (answer: RequestListener, certificate: ServedCertificate) => {
  const server = createSecureServer({ ...SERVER, ...SECURE, ...certificate.current.options }, answer);
  certificate.follow(server);
  return server;
};

const answerRouted = (error: FastifyError, { id }: FastifyRequest, reply: FastifyReply) => {
  const code = error.code === 'FST_ERR_BAD_URL' ? 'MalformedUrl' : 'BadUrl';
  sendProblem(reply, requestProblems.problem(code), id);
};

const RAW: Readonly<Record<string, HttpProblem>> = {
  ERR_HTTP_REQUEST_TIMEOUT: serverProblems.problem('RequestTooSlow'),
  HPE_HEADER_OVERFLOW: serverProblems.problem('HeadersTooLarge'),
};

/** The request is not valid HTTP or is incomplete; or, with another code, the connection or its TLS is broken. */
const answerRaw = ({ code = '' }: NodeJS.ErrnoException, socket: Socket) => {
  if (!/^(HPE|ERR_HTTP)_/.test(code)) return void socket.destroy();
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

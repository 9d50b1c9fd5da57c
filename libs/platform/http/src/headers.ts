import type { FastifyReply } from 'fastify';

const ALWAYS = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
};

const API = { 'Cache-Control': 'no-store', 'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'" };

const DOCS = {
  'Content-Security-Policy':
    "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'",
};

/** What browsers must know of every answer: nothing is to be kept, framed or guessed. */
export const setSecurityHeaders = (path: string, reply: FastifyReply): void => {
  void reply.headers({ ...ALWAYS, ...(/^\/docs(\/|$)/.test(path) ? DOCS : API) });
};

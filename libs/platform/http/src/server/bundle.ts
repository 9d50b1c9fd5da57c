import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';

const ASSETS = '/assets/'; // files with the hash of their content in the name
const NONCE = /__NONCE__/g; // of the styles that the page itself adds

/** What other programs ask for is never a page, nor is a file at the top, such as robots.txt; the id of a record may have dots. */
const OTHERS = /^\/((v1|docs|assets|health)(\/|$)|[^/]*\.[^/]*$)/;

const isPage = ({ method, url, headers: { accept = '' } }: FastifyRequest) => {
  const path = url.split('?')[0]!;
  return ['GET', 'HEAD'].includes(method) && !OTHERS.test(path) && accept.toLowerCase().includes('text/html');
};

const policyFor = (nonce: string) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');

/**
 * Serves the pages of a built web application: its assets, which browsers may keep, and its page at every other path at which
 * a browser asks for one and no route answers. Does nothing if `folder` has no application.
 */
export const serveBundle = async (app: NestFastifyApplication, folder: string): Promise<void> => {
  if (!existsSync(`${folder}/index.html`)) return;
  const page = readFileSync(`${folder}/index.html`, 'utf8');
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRequest', async (request, reply) => {
    if (request.is404 && isPage(request)) return sendPage(reply, page);
    return undefined;
  });
  await app.register(fastifyStatic, {
    ...{ root: `${folder}/assets`, prefix: ASSETS, index: false, decorateReply: false, wildcard: true },
    ...{
      cacheControl: false,
      preCompressed: true,
      setHeaders: (reply) => void reply.header('Cache-Control', FOR_GOOD),
    },
  });
};

const FOR_GOOD = 'public, max-age=31536000, immutable';

const sendPage = (reply: FastifyReply, page: string) => {
  const nonce = randomBytes(16).toString('base64url');
  return reply
    .header('Content-Security-Policy', policyFor(nonce))
    .header('Cache-Control', 'no-store') // each has its own nonce
    .type('text/html; charset=utf-8')
    .send(page.replace(NONCE, nonce));
};

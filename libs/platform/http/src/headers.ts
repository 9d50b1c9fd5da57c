import helmet, { type FastifyHelmetOptions } from '@fastify/helmet';
import type { FastifyInstance, RouteOptions } from 'fastify';

const policy = (directives: Readonly<Record<string, string[]>>) => ({
  contentSecurityPolicy: { useDefaults: false, directives: { ...directives, frameAncestors: ["'none'"] } },
});

// Whoever ends TLS for other hosts of the domain, too, decides about those.
const API: FastifyHelmetOptions = {
  ...policy({ defaultSrc: ["'none'"] }),
  strictTransportSecurity: { maxAge: 15_552_000, includeSubDomains: false },
  frameguard: { action: 'deny' },
};

const DOCS: FastifyHelmetOptions = policy({
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:'],
});

const isDocs = (path: string) => /^\/docs(\/|$)/.test(path);

/** What browsers must know of every answer: nothing is to be kept, framed or guessed. */
export const useSecurityHeaders = (fastify: FastifyInstance): void => {
  void fastify.register(helmet, API);
  fastify.addHook('onRequest', async ({ url }, reply) => {
    if (!isDocs(url.split('?')[0]!)) void reply.header('Cache-Control', 'no-store');
  });
};

/** The documentation is a page for people, with scripts and styles of its own. */
export const relaxForDocs = (route: RouteOptions): void => {
  if (isDocs(route.url)) route.config = Object.assign(route.config ?? {}, { helmet: DOCS });
};

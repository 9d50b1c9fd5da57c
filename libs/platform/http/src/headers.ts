import type { FastifyInstance } from 'fastify';
import helmet, { type HelmetOptions } from 'helmet';

const policy = (directives: Readonly<Record<string, string[]>>): HelmetOptions => ({
  contentSecurityPolicy: { useDefaults: false, directives: { ...directives, frameAncestors: ["'none'"] } },
  // Whoever ends TLS for other hosts of the domain, too, decides about those.
  strictTransportSecurity: { maxAge: 15_552_000, includeSubDomains: false },
  frameguard: { action: 'deny' },
});

const secure = {
  api: helmet(policy({ defaultSrc: ["'none'"] })),
  docs: helmet(
    policy({
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:'],
    }),
  ),
};

const isDocs = (path: string) => /^\/docs(\/|$)/.test(path);

/** What browsers must know of every answer: nothing is to be kept, framed or guessed. The documentation is a page for people, with scripts and styles of its own. */
export const useSecurityHeaders = (fastify: FastifyInstance): void => {
  fastify.addHook('onRequest', ({ raw, url }, reply, done) => {
    if (isDocs(url.split('?')[0]!)) return secure.docs(raw, reply.raw, () => done());
    void reply.header('Cache-Control', 'no-store');
    secure.api(raw, reply.raw, () => done());
  });
};

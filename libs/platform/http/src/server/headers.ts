import type { FastifyInstance } from 'fastify';
import helmet, { type HelmetOptions } from 'helmet';

const policy = (directives: Readonly<Record<string, string[]>>): HelmetOptions => ({
  contentSecurityPolicy: { useDefaults: false, directives: { ...directives, frameAncestors: ["'none'"] } },
  strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: true }, // browsers ignore it over HTTP
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

/** Security headers of every response: no caching, framing or content sniffing. The documentation page also needs its scripts and styles. */
export const useSecurityHeaders = (fastify: FastifyInstance): void => {
  fastify.addHook('onRequest', ({ raw, url }, reply, done) => {
    if (isDocs(url.split('?')[0]!)) return secure.docs(raw, reply.raw, () => done());
    void reply.header('Cache-Control', 'no-store');
    secure.api(raw, reply.raw, () => done());
  });
};

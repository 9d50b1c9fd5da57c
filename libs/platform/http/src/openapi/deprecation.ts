import type { Deprecation } from '@annals/command-bus';
import { applyDecorators, Header, SetMetadata } from '@nestjs/common';

export const DEPRECATION = 'annals:deprecation';

const startOf = (day: string) => new Date(`${day}T00:00Z`);

/**
 * The route will be removed. Its responses say since when it is deprecated, when it may be gone and what to use instead, in
 * the headers `Deprecation` (RFC 9745), `Sunset` (RFC 8594) and `Link`; the API documentation says so, too.
 */
export const Deprecated = (deprecation: Deprecation): MethodDecorator => {
  const { since, sunset, successor } = deprecation;
  return applyDecorators(
    SetMetadata(DEPRECATION, deprecation),
    Header('Deprecation', `@${startOf(since).getTime() / 1_000}`),
    Header('Sunset', startOf(sunset).toUTCString()),
    Header('Link', `<${successor}>; rel="successor-version"`),
  );
};

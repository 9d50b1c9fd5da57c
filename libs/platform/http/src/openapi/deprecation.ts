import type { Deprecation } from '@annals/command-bus';
import { applyDecorators, Header, SetMetadata } from '@nestjs/common';

export const DEPRECATION = 'annals:deprecation';

/** That single commands take `expectedRevision` in the body: they have it in `If-Match`. */
export const REVISION_IN_BODY = { since: '2026-11-28', sunset: '2027-06-01' };

const startOf = (day: string) => new Date(`${day}T00:00Z`);

/** The headers that say since when something is deprecated, when it may be gone and, if that is a route, what to use instead. */
export const deprecationHeaders = ({
  since,
  sunset,
  successor,
}: Omit<Deprecation, 'successor'> & Partial<Deprecation>): Readonly<Record<string, string>> => ({
  Deprecation: `@${startOf(since).getTime() / 1_000}`,
  Sunset: startOf(sunset).toUTCString(),
  ...(successor !== undefined && { Link: `<${successor}>; rel="successor-version"` }),
});

/**
 * The route will be removed. Its responses say since when it is deprecated, when it may be gone and what to use instead, in
 * the headers `Deprecation` (RFC 9745), `Sunset` (RFC 8594) and `Link`; the API documentation says so, too.
 */
export const Deprecated = (deprecation: Deprecation): MethodDecorator =>
  applyDecorators(
    SetMetadata(DEPRECATION, deprecation),
    ...Object.entries(deprecationHeaders(deprecation)).map(([name, value]) => Header(name, value)),
  );

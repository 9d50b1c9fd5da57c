import { DocumentBuilder } from '@nestjs/swagger';

const COOKIE = {
  ...({ type: 'apiKey', in: 'cookie', name: 'annals' } as const),
  description:
    'For pages in a browser, over HTTPS as `__Host-annals`: `POST /v1/session/cookie` sets it. A request that changes something has to come from a page of the same origin, by `Sec-Fetch-Site` or `Origin`; otherwise it is refused with 403 `CrossSiteRequest`.',
};

/** What the document says of the API as a whole, and how callers are authenticated. */
export const about = (version: string) =>
  new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Annals')
    .setVersion(version)
    .setDescription('An event-sourced CRM core.')
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addBearerAuth()
    .addApiKey({ type: 'apiKey', in: 'header', name: 'X-Api-Key' }, 'key')
    .addApiKey(COOKIE, 'cookie')
    .build();

import { businessWeek } from './business-week.js';
import { engineSettings } from './settings.engines.js';
import { LOG_FORMATS, LOG_LEVELS } from './configuration.js';
import { address, day, listOf, oneOf, ratio, text, timeZone, url, whole } from './reader.js';
import { optional, secret, setting, type Setting } from './setting.js';

const MIB = 1024 * 1024;
const bytes = whole(1024, 256 * MIB);
const count = whole(1, 100_000);

export const settings = {
  port: setting('PORT', '3000', 'The port to listen on.', whole(0, 65_535)),
  host: setting('HOST', '127.0.0.1', 'The address to listen on; 0.0.0.0 for every network.', text('an address')),
  dataDir: setting('DATA_DIR', './data', 'The folder that holds all data.', text('a folder')),
  ...engineSettings,
  bodyLimit: setting('BODY_LIMIT', `${MIB}`, 'The most bytes of a request.', bytes),
  bulkBodyLimit: setting('BULK_BODY_LIMIT', `${16 * MIB}`, 'The most bytes of a bulk request.', bytes),
  requestTimeout: setting('REQUEST_TIMEOUT', '30', 'Seconds until a request is answered with a 503.', whole(1, 100)),
  requestsAtOnce: setting('OVERLOAD_REQUESTS', '1000', 'More requests at once are answered with a 503 …', count),
  longestWait: setting('OVERLOAD_WAIT', '250', '… and fewer, while they take so many milliseconds.', count),
  rateLimit: setting(
    'RATE_LIMIT_PER_MINUTE',
    '60000',
    'The most requests of a user, a key or, before sign-in, an address; 0 for any number.',
    whole(0, 10_000_000),
  ),
  signInLimit: setting(
    'SIGN_IN_LIMIT_PER_MINUTE',
    '60',
    'The most sign-ins that are tried from an address; 0 for any number.',
    whole(0, 10_000_000),
  ),
  trustedProxies: setting(
    'TRUSTED_PROXIES',
    'none',
    'Proxies that may say in X-Forwarded-For from where a request comes.',
    listOf(address),
  ),
  timeZone: setting('TIME_ZONE', 'UTC', 'The time zone of business hours and holidays.', timeZone),
  week: setting('BUSINESS_HOURS', 'mon-fri 09:00-17:00', 'When the company works.', businessWeek),
  holidays: setting('HOLIDAYS', 'none', 'Days on which nobody works.', listOf(day)),
  wonDeals: setting('LIFECYCLE_MATURE_WON_DEALS', '3', 'A customer with so many deals won is mature …', count),
  withinDays: setting('LIFECYCLE_MATURE_WITHIN_DAYS', '365', '… if they were won within so many days.', count),
  tenureMonths: setting('LIFECYCLE_MATURE_TENURE_MONTHS', '24', 'So many months of relation are mature, too.', count),
  silentDays: setting('LIFECYCLE_DECLINING_SILENT_DAYS', '180', 'So many silent days are a decline.', count),
  unresolvedComplaints: setting(
    'LIFECYCLE_DECLINING_UNRESOLVED_COMPLAINTS',
    '3',
    'So many unresolved complaints are a decline, too.',
    count,
  ),
  tokenMinutes: setting('TOKEN_MINUTES', '15', 'How long a token is good; it can be refreshed …', whole(1, 1_440)),
  sessionDays: setting('SESSION_DAYS', '30', '… until nobody has done so for so many days.', whole(1, 366)),
  tokenSecret: secret(
    'TOKEN_SECRET',
    'What tokens are signed with, if not the key in the data folder; the same for all processes.',
    text('at least 32 characters', /^.{32,}$/),
  ),
  oidcIssuer: optional('OIDC_ISSUER', 'Whose tokens are good, too: the URL of an OpenID Connect issuer.', url),
  oidcAudience: optional('OIDC_AUDIENCE', 'For whom they have to be, needed with `OIDC_ISSUER`.', text('a name')),
  oidcKeys: optional('OIDC_JWKS_URL', 'Where its keys are, if not where its discovery document says.', url),
  oidcUser: setting('OIDC_USER_CLAIM', 'sub', 'The claim with the id of the user.', text('a claim')),
  oidcName: setting('OIDC_NAME_CLAIM', 'preferred_username', 'The claim with the name of the user.', text('a claim')),
  oidcRoles: setting(
    'OIDC_ROLES_CLAIM',
    'roles',
    'The claim with the roles of users whom the organisation does not know, such as realm_access.roles.',
    text('a claim'),
  ),
  lagEvents: setting('LAG_LIMIT', '1000', 'A view may be so many events behind …', count),
  lagSeconds: setting('LAG_PATIENCE', '30', '… or else has to move within so many seconds.', whole(1, 3_600)),
  traceEndpoint: optional(
    'OTEL_EXPORTER_OTLP_ENDPOINT',
    'Where traces go: the URL of an OpenTelemetry collector, such as http://collector:4318.',
    url,
  ),
  serviceName: setting(
    'OTEL_SERVICE_NAME',
    'annals',
    'What the process is called in traces; one that runs apart is annals-sales, say, if not set.',
    text('a name'),
  ),
  traceRatio: setting('OTEL_TRACES_SAMPLER_ARG', '1', 'How much of what nobody traces yet is traced.', ratio),
  logLevel: setting('LOG_LEVEL', 'info', 'The least that is worth a line.', oneOf(LOG_LEVELS)),
  logFormat: setting('LOG_FORMAT', 'text', 'How the log is written.', oneOf(LOG_FORMATS)),
} as const;

/** Every setting of the platform, in the order in which they are explained; slices have theirs. */
export const SETTINGS: readonly Setting[] = Object.values(settings);

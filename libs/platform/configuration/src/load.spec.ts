import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { problemsOf, SLICES } from '../test/problems.js';
import { loadConfiguration, SETTINGS, type Setting } from './index.js';

const all: readonly Setting[] = [
  ...SETTINGS,
  ...Object.values<Readonly<Record<string, Setting>>>(SLICES).flatMap((own) => Object.values(own)),
];
const folder = mkdtempSync(join(tmpdir(), 'annals-settings-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('needs nothing to be set', () => {
  expect(loadConfiguration({})).toMatchObject({
    host: '127.0.0.1',
    port: 3000,
    dataDir: './data',
    slices: {},
    lifecycle: {
      mature: { wonDeals: 3, withinDays: 365, tenureMonths: 24 },
      declining: { silentDays: 180, unresolvedComplaints: 3 },
    },
    calendar: { timeZone: 'UTC', week: { 1: [{ from: '09:00', to: '17:00' }] }, holidays: [] },
    tokenSecret: undefined,
  });
});

it('has no default that cannot be read or is a secret', () => {
  const usable = SETTINGS.filter(
    ({ secret, fallback, read }) => fallback === undefined || (!secret && read(fallback) !== undefined),
  );
  expect(usable).toEqual(SETTINGS);
});

it('takes what is set, and an empty value for nothing', () => {
  const environment = { PORT: '0', HOLIDAYS: '2026-12-25, 2026-12-26', TIME_ZONE: '', CONSENT_REQUIRED_FOR: 'none' };
  const { port, calendar, slices } = loadConfiguration(environment, SLICES);
  expect({ port, calendar, slices }).toMatchObject({
    port: 0,
    calendar: { timeZone: 'UTC', holidays: ['2026-12-25', '2026-12-26'] },
    slices: { contacts: { consentRequiredFor: [] } },
  });
});

it('has the settings of slices under their names', () =>
  expect(loadConfiguration({}, SLICES).slices).toEqual({
    complaints: { hoursToResolve: { low: 40, high: 8 } },
    contacts: { consentRequiredFor: ['marketing', 'survey'] },
  }));

it('reads hours per weekday, with breaks and until midnight', () => {
  const BUSINESS_HOURS = 'Mon-Tue,fri 13:00-17:00,09:00-12:00; sat 10:00-24:00';
  const day = [
    { from: '09:00', to: '12:00' },
    { from: '13:00', to: '17:00' },
  ];
  const saturday = [{ from: '10:00', to: '24:00' }];
  expect(loadConfiguration({ BUSINESS_HOURS }).calendar.week).toEqual({ 1: day, 2: day, 5: day, 6: saturday });
});

it.each([
  ['PORT', '65536'],
  ['PORT', '3000.5'],
  ['PORT', '-1'],
  ['TIME_ZONE', 'Europe/Atlantis'],
  ['TIME_ZONE', '+01:00'],
  ['HOLIDAYS', '2026-02-30'],
  ['HOLIDAYS', '25.12.2026'],
  ['HOURS_TO_RESOLVE', 'low=40'],
  ['HOURS_TO_RESOLVE', 'low=40,high=0'],
  ['HOURS_TO_RESOLVE', 'low=40,high=8,fatal=1'],
  ['CONSENT_REQUIRED_FOR', 'marketing,spam'],
  ['LIFECYCLE_DECLINING_SILENT_DAYS', '0'],
  ['LOG_LEVEL', 'loud'],
  ['REQUEST_TIMEOUT', '0'],
  ['RATE_LIMIT_PER_MINUTE', '-1'],
  ['TRUSTED_PROXIES', 'proxy.example.com'],
  ['TRUSTED_PROXIES', '10.0.0.0/33'],
  ['OTEL_EXPORTER_OTLP_ENDPOINT', 'collector:4318'],
  ['OTEL_TRACES_SAMPLER_ARG', '1.1'],
  ['OTEL_TRACES_SAMPLER_ARG', 'half'],
  ['OIDC_ISSUER', 'id.example.com'],
  ['OIDC_ISSUER', 'file:///etc/passwd'],
  ['BUSINESS_HOURS', 'mon-fri'],
  ['BUSINESS_HOURS', 'fri-mon 09:00-17:00'],
  ['BUSINESS_HOURS', 'someday 09:00-17:00'],
  ['BUSINESS_HOURS', 'mon 17:00-09:00'],
  ['BUSINESS_HOURS', 'mon 09:00-25:00'],
  ['BUSINESS_HOURS', 'mon 09:00-17:00 sharp'],
  ['BUSINESS_HOURS', 'mon-fri 09:00-17:00; wed 16:00-18:00'],
])('refuses %s=%s, naming the variable, the value and what is allowed', (name, value) => {
  const allowed = all.find((setting) => setting.name === name)!.allowed;
  expect(problemsOf({ [name]: value })).toContain(`${name} is "${value}"; it must be ${allowed}.`);
});

it('names everything that is wrong at once', () => {
  expect(() => loadConfiguration({ PORT: 'x', TIME_ZONE: 'y', LOG_FORMAT: 'xml' })).toThrow(
    /PORT is "x"[^]*TIME_ZONE is "y"[^]*LOG_FORMAT is "xml"/,
  );
});

it('never shows a secret', () => {
  expect(problemsOf({ TOKEN_SECRET: 'hush' })).toEqual(['TOKEN_SECRET must be at least 32 characters.']);
});

it('takes a secret from a file, which may end with a line break', () => {
  const TOKEN_SECRET_FILE = join(folder, 'secret');
  writeFileSync(TOKEN_SECRET_FILE, `${'s'.repeat(32)}\n`);
  expect(loadConfiguration({ TOKEN_SECRET_FILE }).tokenSecret).toBe('s'.repeat(32));
  expect(problemsOf({ TOKEN_SECRET_FILE, TOKEN_SECRET: 's'.repeat(32) })).toEqual([
    'TOKEN_SECRET and TOKEN_SECRET_FILE are both set; only one of them may be.',
  ]);
  writeFileSync(TOKEN_SECRET_FILE, 'hush');
  expect(problemsOf({ TOKEN_SECRET_FILE })).toEqual(['TOKEN_SECRET must be at least 32 characters.']);
  expect(problemsOf({ TOKEN_SECRET_FILE: folder })).toEqual(['The file that TOKEN_SECRET_FILE names cannot be read.']);
});

it('accepts tokens of an issuer only with an audience', () => {
  const OIDC_ISSUER = 'https://id.example.com';
  expect(problemsOf({ OIDC_ISSUER })).toEqual(['OIDC_AUDIENCE must be set when OIDC_ISSUER is set.']);
  expect(loadConfiguration({ OIDC_ISSUER, OIDC_AUDIENCE: 'annals', OIDC_ROLES_CLAIM: 'realm.roles' }).oidc).toEqual({
    ...{ issuer: OIDC_ISSUER, audience: 'annals', keys: undefined },
    claims: { user: 'sub', name: 'preferred_username', roles: 'realm.roles' },
  });
  expect(loadConfiguration({}).oidc).toBeUndefined();
});

it('takes a certificate only with its key', () => {
  expect(problemsOf({ TLS_CERT: 'cert.pem' })).toEqual(['TLS_KEY must be set when TLS_CERT is set.']);
  expect(problemsOf({ TLS_KEY: 'key.pem' })).toEqual(['TLS_CERT must be set when TLS_KEY is set.']);
  const { tls } = loadConfiguration({ TLS_CERT: 'cert.pem', TLS_KEY: 'key.pem' });
  expect(tls).toEqual({ cert: 'cert.pem', key: 'key.pem' });
  expect(loadConfiguration({}).tls).toBeUndefined();
});

it('traces to a collector, if one is set', () => {
  expect(loadConfiguration({ OTEL_SERVICE_NAME: 'annals-sales' }).tracing).toBeUndefined();
  const OTEL_EXPORTER_OTLP_ENDPOINT = 'http://collector:4318';
  const tracing = { endpoint: OTEL_EXPORTER_OTLP_ENDPOINT, service: 'annals', ratio: 1 };
  expect(loadConfiguration({ OTEL_EXPORTER_OTLP_ENDPOINT }).tracing).toEqual(tracing);
  const some = { OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_SERVICE_NAME: 'crm', OTEL_TRACES_SAMPLER_ARG: '0.05' };
  expect(loadConfiguration(some).tracing).toEqual({ ...tracing, service: 'crm', ratio: 0.05 });
});

it('reads addresses and networks of proxies', () => {
  const TRUSTED_PROXIES = '10.0.0.0/8, 127.0.0.1, fd00::/8';
  expect(loadConfiguration({ TRUSTED_PROXIES }).trustedProxies).toEqual(['10.0.0.0/8', '127.0.0.1', 'fd00::/8']);
});

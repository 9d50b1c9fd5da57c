import { Configuration, type KafkaSettings, type Oidc, type TraceSettings } from './configuration.js';
import { withSecretsOfFiles, type Environment } from './secret-files.js';
import type { Setting } from './setting.js';
import { ruleSettings, settings, SETTINGS, type SliceSettings } from './settings.js';

/** Settings that are not valid; `problems` has one sentence for each. */
export class ConfigurationInvalid extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`Annals cannot start with these settings:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
  }
}

/**
 * Settings from the environment, defaults for the rest; `slices` are what slices declare. Throws `ConfigurationInvalid`
 * with everything that is wrong.
 */
export const loadConfiguration = (given: Environment, slices: SliceSettings = {}): Configuration => {
  const declared = [...SETTINGS, ...Object.values(slices).flatMap((own) => Object.values(own))];
  const { environment, problems: unreadable } = withSecretsOfFiles(given, declared);
  const problems = [...unreadable, ...declared.flatMap((each) => problemOf(each, environment)), ...half(environment)];
  if (problems.length > 0) throw new ConfigurationInvalid(problems);
  const get = <T>(setting: Setting<T>) => valueOf(setting, environment) as T;
  return new Configuration({
    ...plain(get),
    slices: mapValues(slices, (own) => mapValues(own, get)),
    ruleTexts: textsOf(ruleSettings(slices), environment),
    givenTexts: givenTexts(declared, environment),
    tls: tls(get),
    kafka: kafka(get),
    overload: { requests: get(settings.requestsAtOnce), wait: get(settings.longestWait) },
    calendar: { timeZone: get(settings.timeZone), week: get(settings.week), holidays: get(settings.holidays) },
    phoneRegion: get(settings.phoneRegion),
    lifecycle: {
      mature: {
        wonDeals: get(settings.wonDeals),
        withinDays: get(settings.withinDays),
        tenureMonths: get(settings.tenureMonths),
      },
      declining: {
        silentDays: get(settings.silentDays),
        unresolvedComplaints: get(settings.unresolvedComplaints),
      },
    },
    oidc: oidc(get),
    tracing: tracing(get),
    lagLimit: { events: get(settings.lagEvents), seconds: get(settings.lagSeconds) },
  });
};

const mapValues = <V, W>(record: Readonly<Record<string, V>>, change: (value: V) => W) =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));

type Get = <T>(setting: Setting<T>) => T;

/** Settings whose value is used as it is. */
const plain = (get: Get) => ({
  host: get(settings.host),
  port: get(settings.port),
  dataDir: get(settings.dataDir),
  eventStoreUrl: get(settings.eventStoreUrl),
  readStoreUrl: get(settings.readStoreUrl),
  rightsPatience: get(settings.rightsPatience),
  projectorLanes: get(settings.projectorLanes),
  relayLanes: get(settings.relayLanes),
  leaseSeconds: get(settings.leaseSeconds),
  ...{ bodyLimit: get(settings.bodyLimit), bulkBodyLimit: get(settings.bulkBodyLimit) },
  ...{ importFileLimit: get(settings.importFileLimit), attachmentLimit: get(settings.attachmentLimit) },
  attachmentTypes: get(settings.attachmentTypes),
  requestTimeout: get(settings.requestTimeout),
  connectionsPerAddress: get(settings.connectionsPerAddress),
  rateLimit: get(settings.rateLimit),
  signInLimit: get(settings.signInLimit),
  trustedProxies: get(settings.trustedProxies),
  tokenMinutes: get(settings.tokenMinutes),
  sessionDays: get(settings.sessionDays),
  sessionMaxDays: get(settings.sessionMaxDays),
  draftDays: get(settings.draftDays),
  breachedPasswords: get(settings.breachedPasswords),
  tokenSecret: get(settings.tokenSecret),
  logLevel: get(settings.logLevel),
  logFormat: get(settings.logFormat),
});

const tls = (get: Get): Configuration['tls'] => {
  const [cert, key] = [get(settings.tlsCert), get(settings.tlsKey)];
  return cert === undefined || key === undefined ? undefined : { cert, key };
};

const kafka = (get: Get): KafkaSettings => {
  const [username, password] = [get(settings.kafkaUser), get(settings.kafkaPassword)];
  const asked = username !== undefined && password !== undefined;
  return {
    brokers: get(settings.kafkaBrokers),
    tls: get(settings.kafkaTls) === 'on',
    ...(asked ? { sasl: { mechanism: get(settings.kafkaMechanism), username, password } } : {}),
    partitions: get(settings.kafkaPartitions),
  };
};

const oidc = (get: Get): Oidc | undefined => {
  const [issuer, audience] = [get(settings.oidcIssuer), get(settings.oidcAudience)];
  if (issuer === undefined || audience === undefined) return undefined;
  const claims = { user: get(settings.oidcUser), name: get(settings.oidcName), roles: get(settings.oidcRoles) };
  return { issuer, audience, keys: get(settings.oidcKeys), claims };
};

const tracing = (get: Get): TraceSettings | undefined => {
  const endpoint = get(settings.traceEndpoint);
  return endpoint === undefined
    ? undefined
    : { endpoint, service: get(settings.serviceName), ratio: get(settings.traceRatio) };
};

const textsOf = (settings: readonly Setting[], environment: Environment) =>
  Object.fromEntries(settings.map((setting) => [setting.name, textOf(setting, environment) ?? '']));

const givenTexts = (declared: readonly Setting[], environment: Environment) => {
  const given = declared.filter(({ name }) => environment[name]?.trim());
  return Object.fromEntries(given.map(({ name, secret }) => [name, secret ? '' : environment[name]!.trim()]));
};

const textOf = ({ name, fallback }: Setting, environment: Environment) => environment[name]?.trim() || fallback;

const valueOf = <T>(setting: Setting<T>, environment: Environment): T | undefined => {
  const text = textOf(setting, environment);
  return text === undefined ? undefined : setting.read(text);
};

const problemOf = (setting: Setting, environment: Environment): readonly string[] => {
  const { name, allowed, secret } = setting;
  const text = textOf(setting, environment);
  if (text === undefined || setting.read(text) !== undefined) return [];
  return [secret ? `${name} must be ${allowed}.` : `${name} is "${text}"; it must be ${allowed}.`];
};

/** Settings of which none can be used without the other. */
const PAIRS = [
  // Without the audience, tokens for any other program of the same issuer would be accepted.
  [settings.oidcIssuer, settings.oidcAudience],
  [settings.tlsCert, settings.tlsKey],
  [settings.kafkaUser, settings.kafkaPassword],
] as const;

const half = (environment: Environment): readonly string[] =>
  PAIRS.flatMap(([one, other]) => {
    const [hasOne, hasOther] = [one, other].map((each) => Boolean(textOf(each, environment)));
    if (hasOne === hasOther) return [];
    const [missing, given] = hasOne ? [other, one] : [one, other];
    return [`${missing.name} must be set when ${given.name} is set.`];
  });

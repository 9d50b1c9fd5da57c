import { Configuration } from './configuration.js';
import { settings, SETTINGS, type Setting } from './settings.js';

/** Some settings cannot be used; `problems` has one sentence for each. */
export class ConfigurationInvalid extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`Annals cannot start with these settings:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Settings from the environment, defaults for the rest. Throws `ConfigurationInvalid` with everything that is wrong. */
export const loadConfiguration = (environment: Environment): Configuration => {
  const problems = SETTINGS.flatMap((setting) => problemOf(setting, environment));
  if (problems.length > 0) throw new ConfigurationInvalid(problems);
  const get = <T>(setting: Setting<T>) => valueOf(setting, environment) as T;

  return new Configuration({
    host: get(settings.host),
    port: get(settings.port),
    dataDir: get(settings.dataDir),
    bodyLimit: get(settings.bodyLimit),
    bulkBodyLimit: get(settings.bulkBodyLimit),
    calendar: { timeZone: get(settings.timeZone), week: get(settings.week), holidays: get(settings.holidays) },
    hoursToResolve: get(settings.hoursToResolve),
    consentRequiredFor: get(settings.consentRequiredFor),
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
    tokenMinutes: get(settings.tokenMinutes),
    tokenSecret: get(settings.tokenSecret),
    lagLimit: { events: get(settings.lagEvents), seconds: get(settings.lagSeconds) },
    logLevel: get(settings.logLevel),
    logFormat: get(settings.logFormat),
  });
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
  return [secret ? `${name} has to be ${allowed}.` : `${name} is "${text}", but has to be ${allowed}.`];
};

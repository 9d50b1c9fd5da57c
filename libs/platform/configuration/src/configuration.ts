import type { PhoneRegion } from '@annals/text';
import type { BusinessCalendar, LifecycleThresholds } from '@annals/analytics';

export const LOG_LEVELS = ['error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export const LOG_FORMATS = ['text', 'json'] as const;
export type LogFormat = (typeof LOG_FORMATS)[number];

/** A trusted OIDC issuer. `keys` is the URL of its public keys; without it the discovery document is used. */
export type Oidc = {
  readonly issuer: string;
  readonly audience: string;
  readonly keys: string | undefined;
  /** Names of claims; dots are paths into objects. */
  readonly claims: { readonly user: string; readonly name: string; readonly roles: string };
};

/** Target of spans: `endpoint` is the URL of a collector for OTLP over HTTP, `ratio` the share of new traces that are sampled. */
export type TraceSettings = { readonly endpoint: string; readonly service: string; readonly ratio: number };

export const KAFKA_MECHANISMS = ['plain', 'scram-sha-256', 'scram-sha-512'] as const;

/** Connection to Kafka; `partitions` is the number of partitions of topics that are created. */
export type KafkaSettings = {
  readonly brokers: readonly string[];
  readonly tls: boolean;
  readonly sasl?: {
    readonly mechanism: (typeof KAFKA_MECHANISMS)[number];
    readonly username: string;
    readonly password: string;
  };
  readonly partitions: number;
};

/** All settings, validated at start. */
export class Configuration {
  readonly host!: string;
  readonly port!: number;
  /** Paths of PEM files; without them connections are not encrypted. */
  readonly tls!: { readonly cert: string; readonly key: string } | undefined;
  readonly dataDir!: string;
  /** An EventStoreDB instead of the file in the data folder. */
  readonly eventStoreUrl!: string | undefined;
  /** A MongoDB instead of the file in the data folder. */
  readonly readStoreUrl!: string | undefined;
  /** Seconds for which rights last known are used while the log does not answer. */
  readonly rightsPatience!: number;
  readonly kafka!: KafkaSettings;
  /** Number of lanes that processes share, and seconds after which an unrenewed lane is lost. */
  readonly projectorLanes!: number;
  readonly relayLanes!: number;
  readonly leaseSeconds!: number;
  /** Maximum size of a request body in bytes; the second is for bulk requests. */
  readonly bodyLimit!: number;
  readonly bulkBodyLimit!: number;
  /** Maximum size of a file to import, in bytes. */
  readonly importFileLimit!: number;
  /** Maximum size of an attached file in bytes, and the extensions that it may have. */
  readonly attachmentLimit!: number;
  readonly attachmentTypes!: readonly string[];
  /** Seconds. */
  readonly requestTimeout!: number;
  /** Maximum `requests` in progress, and the median response time `wait` in milliseconds, beyond which requests are refused. */
  readonly overload!: { readonly requests: number; readonly wait: number };
  readonly connectionsPerAddress!: number;
  /** Per minute and caller; 0 for no limit. */
  readonly rateLimit!: number;
  readonly signInLimit!: number;
  readonly trustedProxies!: readonly string[];
  readonly calendar!: BusinessCalendar;
  /** Of telephone numbers without a country code. */
  readonly phoneRegion!: PhoneRegion;
  readonly lifecycle!: LifecycleThresholds;
  /** The values of the settings that slices declare: by slice, then by the name that the slice gave. */
  readonly slices!: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** The texts of the settings of the company and of slices, by their names. */
  readonly ruleTexts!: Readonly<Record<string, string>>;
  /** The texts of settings that the environment gives, by their names; that of a secret is empty. */
  readonly givenTexts!: Readonly<Record<string, string>>;
  readonly tokenMinutes!: number;
  readonly sessionDays!: number;
  readonly sessionMaxDays!: number;
  /** For how long a draft is kept after it was saved. */
  readonly draftDays!: number;
  /** The path of the file of breached passwords. */
  readonly breachedPasswords!: string | undefined;
  /** The key that signs tokens, instead of the key in the data folder. */
  readonly tokenSecret!: string | undefined;
  readonly oidc!: Oidc | undefined;
  /** A view is unhealthy when it is more than `events` behind and has not moved for `seconds`. */
  readonly lagLimit!: { readonly events: number; readonly seconds: number };
  /** Without it nothing is traced. */
  readonly tracing!: TraceSettings | undefined;
  readonly logLevel!: LogLevel;
  readonly logFormat!: LogFormat;

  constructor(settings: Configuration) {
    Object.assign(this, settings);
  }
}

import type { BusinessCalendar, LifecycleThresholds } from '@annals/analytics';

export const LOG_LEVELS = ['error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export const LOG_FORMATS = ['text', 'json'] as const;
export type LogFormat = (typeof LOG_FORMATS)[number];

/** Who else says who somebody is. `keys` is where its public keys are, if not where its discovery document says. */
export type Oidc = {
  readonly issuer: string;
  readonly audience: string;
  readonly keys: string | undefined;
  /** Names of claims; dots lead into objects. */
  readonly claims: { readonly user: string; readonly name: string; readonly roles: string };
};

/** Where spans go: `endpoint` is the URL of a collector that takes OTLP over HTTP, `ratio` how much of what begins here. */
export type TraceSettings = { readonly endpoint: string; readonly service: string; readonly ratio: number };

export const KAFKA_MECHANISMS = ['plain', 'scram-sha-256', 'scram-sha-512'] as const;

/** How Kafka is reached, and with how many `partitions` topics are made that there are not. */
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

/** Everything that can be set, checked at start. */
export class Configuration {
  readonly host!: string;
  readonly port!: number;
  readonly dataDir!: string;
  /** An EventStoreDB in place of the file in the data folder. */
  readonly eventStoreUrl!: string | undefined;
  /** A MongoDB in place of the file in the data folder. */
  readonly readStoreUrl!: string | undefined;
  readonly kafka!: KafkaSettings;
  /** Over how many lanes processes share the work, and after how many silent seconds one loses its share. */
  readonly projectorLanes!: number;
  readonly relayLanes!: number;
  readonly leaseSeconds!: number;
  /** The most that a request's body may have, in bytes; the second is for bulk requests. */
  readonly bodyLimit!: number;
  readonly bulkBodyLimit!: number;
  /** Seconds. */
  readonly requestTimeout!: number;
  /** `requests` under way at once, and the `wait` in milliseconds, beyond which requests are refused. */
  readonly overload!: { readonly requests: number; readonly wait: number };
  /** Per minute and caller, 0 for any number. */
  readonly rateLimit!: number;
  readonly signInLimit!: number;
  readonly trustedProxies!: readonly string[];
  readonly calendar!: BusinessCalendar;
  readonly lifecycle!: LifecycleThresholds;
  /** The values of the settings that slices declare: by slice, then by the name that the slice gave. */
  readonly slices!: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly tokenMinutes!: number;
  readonly sessionDays!: number;
  /** What tokens are signed with, if not the key in the data folder. */
  readonly tokenSecret!: string | undefined;
  readonly oidc!: Oidc | undefined;
  /** A view is unhealthy when it is more than `events` behind and has not moved for `seconds`. */
  readonly lagLimit!: { readonly events: number; readonly seconds: number };
  /** Nothing is traced without it. */
  readonly tracing!: TraceSettings | undefined;
  readonly logLevel!: LogLevel;
  readonly logFormat!: LogFormat;

  constructor(settings: Configuration) {
    Object.assign(this, settings);
  }
}

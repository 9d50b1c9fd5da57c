/** What an engine is used for. */
export type EngineRole = 'log' | 'views' | 'messages';

/** The states of engines that an operator has to know of: each has an entry in `ENGINE_STATES` of @annals/telemetry. */
export const ENGINE_WORDS = [
  'LogAway',
  'LogRefused',
  'DiskFull',
  'LogNotWritable',
  'ViewsAway',
  'ViewsRefused',
  'KafkaAway',
  'TopicNotOfLog',
  'MessagesStandStill',
] as const;
export type EngineState = (typeof ENGINE_WORDS)[number];

/** A failure of an engine. It quotes nothing that an engine was sent, so it may be logged and shown. */
export type EngineReport = {
  readonly role: EngineRole;
  readonly state: EngineState;
  /** Such as `EventStoreDB`. */
  readonly product: string;
  /** Hosts and ports, without user and password. */
  readonly address?: string | undefined;
  /** Such as `NoAnswer`, or the code of the driver. */
  readonly kind: string;
  /** What that means, as a sentence; it may say what to do. */
  readonly meaning?: string | undefined;
  /** The call that failed, the category of the stream that it was about, and how long it took in milliseconds. */
  readonly call?: string | undefined;
  readonly category?: string | undefined;
  readonly duration?: number | undefined;
};

/** An engine does not answer, or refuses. */
export class EngineFault extends Error {
  override readonly name = 'EngineFault';

  constructor(
    readonly report: EngineReport,
    cause?: unknown,
  ) {
    super(sentenceOf(report), { cause });
  }

  /** Whether waiting does not help: settings, users or certificates have to change. */
  get isFinal(): boolean {
    return this.report.state === 'LogRefused' || this.report.state === 'ViewsRefused';
  }
}

const sentenceOf = (report: EngineReport): string => `${engineName(report)}: ${report.meaning ?? report.kind}`;

/** Such as `EventStoreDB at log.example.com:2113`. */
export const engineName = ({ product, address }: Pick<EngineReport, 'product' | 'address'>): string =>
  address === undefined ? product : `${product} at ${address}`;

/** The fault of an engine that an error is, or was caused by. */
export const engineFaultIn = (error: unknown): EngineFault | undefined => {
  if (error instanceof EngineFault) return error;
  return error instanceof Error && error.cause !== undefined ? engineFaultIn(error.cause) : undefined;
};

/** Hosts and ports of a connection string: the rest may contain a password. */
export const addressIn = (url: string): string | undefined => /\/\/(?:[^/]*@)?([^/?]+)/.exec(url)?.[1];

/** Whether engines answer, as this process has last seen. */
export abstract class EngineContact {
  /** Since when an engine has not answered; `undefined` while it does. */
  abstract awaySince(role: EngineRole): Date | undefined;

  /** Throws `EngineFault` when the log has been away for so long that rights last known may no longer be used. */
  abstract expectRights(): void;
}

export type NativeKafka = {
  /** `host:port` */
  readonly brokers: string;
  kill(): Promise<void>;
  restart(): Promise<void>;
  stop(): Promise<void>;
};

export const startKafka: (options?: {
  readonly folder?: string;
  readonly ports?: readonly [broker: number, controller: number];
}) => Promise<NativeKafka>;

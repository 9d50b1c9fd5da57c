import type { NativeEngine } from './engine.mjs';

export type NativeKafka = NativeEngine & {
  /** `host:port` */
  readonly brokers: string;
};

export const startKafka: (options?: {
  readonly folder?: string;
  readonly ports?: readonly [broker: number, controller: number];
  readonly later?: boolean;
}) => Promise<NativeKafka>;

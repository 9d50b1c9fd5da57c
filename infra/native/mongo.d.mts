import type { NativeEngine } from './engine.mjs';

export type NativeMongo = NativeEngine & {
  readonly url: string;
};

export const startMongo: (options?: {
  readonly folder?: string;
  readonly port?: number;
  readonly later?: boolean;
  readonly replicaSet?: boolean;
}) => Promise<NativeMongo>;

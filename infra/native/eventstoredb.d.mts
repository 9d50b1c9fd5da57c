import type { NativeEngine } from './engine.mjs';

export type NativeEventStoreDb = NativeEngine & {
  readonly url: string;
};

export const startEventStoreDb: (options?: {
  readonly folder?: string;
  readonly port?: number;
  readonly later?: boolean;
}) => Promise<NativeEventStoreDb>;

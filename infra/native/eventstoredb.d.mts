export type NativeEventStoreDb = {
  readonly url: string;
  kill(): Promise<void>;
  restart(): Promise<void>;
  stop(): Promise<void>;
};

export const startEventStoreDb: (options?: {
  readonly folder?: string;
  readonly port?: number;
}) => Promise<NativeEventStoreDb>;

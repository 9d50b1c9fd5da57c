export type NativeMongo = {
  readonly url: string;
  kill(): Promise<void>;
  restart(): Promise<void>;
  stop(): Promise<void>;
};

export const startMongo: (options?: {
  readonly folder?: string;
  readonly port?: number;
  readonly replicaSet?: boolean;
}) => Promise<NativeMongo>;

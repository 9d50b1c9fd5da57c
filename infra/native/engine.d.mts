/** A running engine; when it is stopped, its port is free and its data are deleted unless a folder was given. */
export type NativeEngine = {
  kill(): Promise<void>;
  restart(): Promise<void>;
  stop(): Promise<void>;
};

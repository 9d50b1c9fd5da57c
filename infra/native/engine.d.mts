/** An engine that runs; stopped, its port is free and its data gone, unless they are in a folder that was given. */
export type NativeEngine = {
  kill(): Promise<void>;
  restart(): Promise<void>;
  stop(): Promise<void>;
};

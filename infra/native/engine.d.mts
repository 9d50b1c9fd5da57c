/** A running engine; when it is stopped, its port is free and its data are deleted unless a folder was given. */
export type NativeEngine = {
  readonly kill: () => Promise<void>;
  readonly quit: () => Promise<void>;
  readonly freeze: () => void;
  readonly thaw: () => void;
  readonly restart: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

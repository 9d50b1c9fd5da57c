import type { ViewStatus } from '@annals/projecting';

/** The state of a process, for readiness and metrics. */
export abstract class Health {
  /** The status of the views. Throws if the stores cannot be read. */
  abstract views(): Promise<readonly ViewStatus[]>;

  /** Unique values that several records have. */
  collisions?(): Promise<number>;
}

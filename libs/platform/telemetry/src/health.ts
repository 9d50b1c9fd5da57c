import type { ViewStatus } from '@annals/projecting';

/** What readiness and metrics ask of a process. */
export abstract class Health {
  /** Where the views are. Throws if the stores cannot be read. */
  abstract views(): Promise<readonly ViewStatus[]>;
}

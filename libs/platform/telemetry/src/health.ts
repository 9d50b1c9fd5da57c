import type { CertificateStatus } from '@annals/http';
import type { KnownFaults, ViewStatus } from '@annals/projecting';
import type { EngineTrouble } from './engine-watch.js';

/** The state of a process, for readiness and metrics. */
export abstract class Health {
  /** The status of the views. Throws if the stores cannot be read. */
  abstract views(): Promise<readonly ViewStatus[]>;

  /** Unique values that several records have. */
  collisions?(): Promise<number>;

  /** Events of other programs that this process has passed over in the log. */
  passedOver?(): Promise<number>;

  /** What is wrong with the log, as far as any process knows. */
  faults?(): Promise<KnownFaults>;

  /** The engines that are not as they should be. */
  engines?(): readonly EngineTrouble[];

  /** Of a process that serves HTTPS. */
  certificate?(): CertificateStatus;
}

import { IDENTIFIER_FORM } from '@annals/text';
import type { FormProgress } from './identifier-form.js';

export type IdentifierUpgradeOptions = {
  /** The normal form of unique values; default: that of this program. */
  readonly form: number;
  /** Milliseconds for which a command waits until unique values are reserved. */
  readonly patience: number;
  /** Milliseconds after which another process takes over from a dead one. */
  readonly ttl: number;
  /** Milliseconds between attempts. */
  readonly wait: number;
  /** Events in a batch, after which the progress is stored. */
  readonly batch: number;
  /** Called when the log has to be gone through, and when that is done. */
  readonly report: (progress: FormProgress) => void;
  /** Called with an error that is retried. */
  readonly failed: (error: unknown) => void;
};

export const upgradeOptions = (options: Partial<IdentifierUpgradeOptions>): IdentifierUpgradeOptions => ({
  form: IDENTIFIER_FORM,
  patience: 5_000,
  ttl: 10_000,
  wait: 1_000,
  batch: 500,
  report: () => undefined,
  failed: () => undefined,
  ...options,
});

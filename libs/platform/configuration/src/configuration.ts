import type { BusinessCalendar, LifecycleThresholds } from '@annals/analytics';
import type { Severity } from '@annals/contracts-complaints';
import type { Purpose } from '@annals/contracts-values';

/** Everything that can be set, checked at start. */
export class Configuration {
  readonly port!: number;
  readonly dataDir!: string;
  readonly calendar!: BusinessCalendar;
  /** Business hours until a complaint is due. */
  readonly hoursToResolve!: Readonly<Record<Severity, number>>;
  /** Purposes for which an outbound contact needs a consent; for the others a withdrawn one forbids it. */
  readonly consentRequiredFor!: readonly Purpose[];
  readonly lifecycle!: LifecycleThresholds;

  constructor(settings: Configuration) {
    Object.assign(this, settings);
  }
}

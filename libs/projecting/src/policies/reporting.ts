import type { PolicyOptions, Report } from './policy-options.js';

const MINUTE = 60_000; // ms

type Said = { readonly at: number; repeated: number };
type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/** Reports an error once, then at most once a minute with the number of repetitions. */
export class Reporting {
  private readonly said = new Map<string, Said>();

  constructor(private readonly options: Pick<PolicyOptions, 'time' | 'report'>) {}

  tell(report: Without<Report, 'repeated'>) {
    const [now, key] = [this.options.time.now().getTime(), `${report.policy} ${report.kind}`];
    const last = this.said.get(key);
    if (last && now - last.at < MINUTE) {
      last.repeated += 1;
      return;
    }
    this.said.set(key, { at: now, repeated: 0 });
    this.options.report({ ...report, repeated: last?.repeated ?? 0 });
  }
}

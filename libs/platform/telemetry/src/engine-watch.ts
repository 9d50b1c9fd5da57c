import { EngineContact, EngineFault, engineName } from '@annals/event-sourcing';
import type { EngineListener, EngineReport, EngineRole, EngineState } from '@annals/event-sourcing';
import 'reflect-metadata';
import { Repeats } from '@annals/http/repeats';
import { Logger } from '@nestjs/common/services/logger.service.js'; // alone, as programs that serve no requests load this

/** A state that lasts; `trouble` is a sentence. */
export type EngineTrouble = Pick<EngineReport, 'product' | 'address' | 'kind'> & {
  readonly trouble: string;
  readonly reason: EngineState;
  readonly since: string;
};

/** States in which an engine cannot be read, either. */
const AWAY: ReadonlySet<EngineState> = new Set(['LogAway', 'LogRefused', 'ViewsAway', 'ViewsRefused']);

type Kept = { readonly report: EngineReport; readonly since: Date };

export type EngineWatchOptions = {
  /** Seconds for which rights last known are used while the log does not answer. */
  readonly rightsPatience: number;
  readonly now?: () => Date;
  /** Whether a full disk has room again; without it, the next append that is stored says so. */
  readonly hasRoom?: () => boolean;
};

/** Knows which engines answer, from how the calls of this process end, and writes what changes into the log of the program. */
export class EngineWatch extends EngineContact implements EngineListener {
  private readonly troubled = new Map<EngineRole, Kept>();
  private readonly repeats = new Repeats();
  private readonly log = new Logger('Engines');
  private readonly now: () => Date;

  constructor(private readonly options: EngineWatchOptions) {
    super();
    this.now = options.now ?? (() => new Date());
  }

  readonly failed = ({ report }: EngineFault): void => {
    const before = this.troubled.get(report.role);
    this.troubled.set(report.role, { report, since: before?.since ?? this.now() });
    const line = this.repeats.line(`${report.state} ${report.kind} ${report.call}`, lineOf(report));
    if (line !== undefined) this.log.error(line);
  };

  readonly answered = (role: EngineRole): void => {
    if (this.troubled.size === 0) return;
    const before = this.troubled.get(role);
    if (!before) return;
    this.troubled.delete(role);
    const seconds = ((this.now().getTime() - before.since.getTime()) / 1_000).toFixed(1);
    this.log.warn(`${engineName(before.report)} answers again, after ${seconds} s.`);
  };

  awaySince(role: EngineRole): Date | undefined {
    const kept = this.current(role);
    return kept && AWAY.has(kept.report.state) ? kept.since : undefined;
  }

  expectRights(): void {
    const since = this.awaySince('log');
    if (since && this.now().getTime() - since.getTime() > this.options.rightsPatience * 1_000)
      throw new EngineFault(this.troubled.get('log')!.report);
  }

  troubles(): readonly EngineTrouble[] {
    return [...this.troubled.keys()].flatMap((role) => this.troubleOf(role) ?? []);
  }

  troubleOf(role: EngineRole): EngineTrouble | undefined {
    const kept = this.current(role);
    if (!kept) return undefined;
    const { state: reason, product, address, kind, meaning: trouble = kind } = kept.report;
    return { reason, since: kept.since.toISOString(), product, address, kind, trouble };
  }

  private current(role: EngineRole): Kept | undefined {
    const kept = this.troubled.get(role);
    if (kept?.report.state === 'DiskFull' && this.options.hasRoom?.()) this.answered(role);
    return this.troubled.get(role);
  }
}

const lineOf = (report: EngineReport): string => {
  const { state, kind, meaning, call, category, duration } = report;
  return [
    `${state}: ${engineName(report)} ${meaning ?? 'fails'}`,
    ...(meaning?.includes(kind) ? [] : [kind]),
    ...(call ? [`${call}${category ? ` of ${category}` : ''}`] : []),
    ...(duration === undefined ? [] : [`after ${duration} ms`]),
  ].join(', ');
};

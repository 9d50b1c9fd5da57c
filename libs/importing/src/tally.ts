import type { CommandInput, Outcome } from './command.js';
import type { Problem } from './problem.js';
import type { CommandCounts, Summary } from './summary.js';

const FIRST = 20; // problems that the summary shows
const REMEMBERED = 100_000; // ids of commands

/** Remembers at least the last `REMEMBERED / 2` ids in bounded memory. */
class Recent {
  private older = new Set<string>();
  private newer = new Set<string>();

  has(id: string) {
    return this.newer.has(id) || this.older.has(id);
  }

  add(id: string) {
    if (this.newer.size >= REMEMBERED / 2) [this.older, this.newer] = [this.newer, new Set()];
    this.newer.add(id);
  }
}

/** Counts the outcomes of a run. */
export class Tally {
  rows = 0;
  skipped = 0;
  private failed = 0;
  private warned = 0;
  private readonly commands: Record<string, CommandCounts> = {};
  private readonly codes: Record<string, number> = {};
  private readonly problems: Problem[] = [];
  private readonly recent = new Recent();
  private readonly began = performance.now();

  get seconds() {
    return (performance.now() - this.began) / 1_000;
  }

  command({ type, commandId }: CommandInput, outcome: Outcome, dryRun: boolean) {
    const counts = (this.commands[type] ??= noCounts());
    if (outcome.status !== 'done') counts[outcome.status] += 1;
    else if (dryRun) counts.checked += 1;
    else if (outcome.stored) counts.stored += 1;
    else counts[this.recent.has(commandId) ? 'repeated' : 'already'] += 1;
    this.recent.add(commandId);
  }

  /** The problems of one row. */
  row(problems: readonly Problem[]) {
    if (problems.some(({ severity }) => severity === 'error')) this.failed += 1;
    else if (problems.length > 0) this.warned += 1;
    for (const problem of problems) {
      this.codes[problem.code] = (this.codes[problem.code] ?? 0) + 1;
      if (this.problems.length < FIRST) this.problems.push(problem);
    }
  }

  summary(mapping: string, dryRun: boolean, interrupted: boolean): Summary {
    const { rows, skipped, failed, warned: warnings, commands, codes, problems, seconds } = this;
    const rate = seconds > 0 ? rows / seconds : 0;
    return { mapping, dryRun, interrupted, rows, skipped, failed, warnings, commands, codes, problems, seconds, rate };
  }
}

const noCounts = (): CommandCounts => ({ stored: 0, already: 0, repeated: 0, refused: 0, invalid: 0, checked: 0 });

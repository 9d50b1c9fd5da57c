import { hash } from 'node:crypto';
import type { CommandInput, Outcome } from './command.js';
import type { Problem } from './problem.js';
import type { CommandCounts, Summary } from './summary.js';

const FIRST = 20; // problems that the summary shows
const REMEMBERED = 100_000; // ids of commands

/** Remembers digests of what at least the last `REMEMBERED / 2` ids stood for, in bounded memory. */
class Recent {
  private older = new Map<string, string>();
  private newer = new Map<string, string>();

  get(id: string) {
    return this.newer.get(id) ?? this.older.get(id);
  }

  add(id: string, digest: string) {
    if (this.newer.size >= REMEMBERED / 2) [this.older, this.newer] = [this.newer, new Map<string, string>()];
    this.newer.set(id, digest);
  }
}

type Done = Extract<Outcome, { readonly status: 'done' }>;

/** `other`: an earlier row of the run has the key with other content, and is the one that counts. */
export type Repetition = 'first' | 'same' | 'other';

/** Counts the outcomes of a run. */
export class Tally {
  rows = 0;
  skipped = 0;
  /** Rows with other content than the last import stored. */
  differing = 0;
  /** Rows with fewer cells than columns, or blank ones behind them. */
  uneven = 0;
  /** Problems that no error file has room for. */
  unlisted = 0;
  /** Where the run gave a file up. */
  stopped: Summary['stopped'];
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

  /** How the command compares with an earlier one of the run that has its id. */
  command(command: CommandInput, outcome: Outcome): Repetition {
    const counts = (this.commands[command.type] ??= noCounts());
    if (outcome.status !== 'done') {
      counts[outcome.status] += 1;
      return 'first';
    }
    const repetition = this.repetitionOf(command);
    counts[kindOf(outcome, repetition)] += 1;
    return repetition;
  }

  /** Whether an earlier command of the run, as far as the run remembers, has this id. */
  knows(commandId: string): boolean {
    return this.recent.get(commandId) !== undefined;
  }

  private repetitionOf({ type, commandId, body }: CommandInput): Repetition {
    const digest = hash('sha1', JSON.stringify([type, body]), 'base64');
    const earlier = this.recent.get(commandId);
    if (earlier !== undefined) return earlier === digest ? 'same' : 'other';
    this.recent.add(commandId, digest);
    return 'first';
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
    const {
      rows,
      skipped,
      differing,
      uneven,
      unlisted,
      stopped,
      failed,
      warned: warnings,
      commands,
      codes,
      problems,
      seconds,
    } = this;
    const rate = seconds > 0 ? rows / seconds : 0;
    return {
      ...{ mapping, dryRun, interrupted, ...(stopped ? { stopped } : {}) },
      ...{ rows, skipped, differing, uneven, failed, warnings, commands, codes, problems, unlisted, seconds, rate },
    };
  }
}

const kindOf = ({ stored, updated, differs }: Done, repetition: Repetition): keyof CommandCounts => {
  if (stored) return updated ? 'updated' : 'stored';
  if (differs) return 'differing';
  return repetition === 'first' ? 'already' : 'repeated';
};

const noCounts = (): CommandCounts => ({
  ...{ stored: 0, updated: 0, already: 0, differing: 0, repeated: 0, refused: 0, invalid: 0 },
});

import type { Executor } from './command.js';
import type { RowToCommands } from './compile-step.js';
import type { Logbook } from './logbook.js';
import { problemAt, type Finding } from './problem.js';
import { progressOf, type Progress } from './progress.js';
import type { SourceFile, SourceRow } from './source-file.js';
import { badRow, BROKEN } from './tables.js';
import type { Tally } from './tally.js';
import { IN_FLIGHT, settle, Window, type Work } from './window.js';

type Running = Executor & {
  readonly dryRun: boolean;
  readonly logbook: Logbook;
  readonly tally: Tally;
  readonly signal?: AbortSignal;
  readonly progress?: (progress: Progress) => void;
  readonly inFlight?: number;
};

type Plan = {
  readonly number: number;
  readonly file: SourceFile;
  readonly prepare: RowToCommands;
  /** Bytes of the previous passes, and of all passes. */
  readonly before: number;
  readonly totalBytes: number;
};

/** `stopped`: the file was given up; it would be again. */
export type End = 'finished' | 'interrupted' | 'stopped';

/** One pass over a file, with the commands of its rows. */
export class Pass {
  private readonly window: Window;
  private skippedBytes = 0;
  private broken = 0;

  constructor(
    private readonly running: Running,
    private readonly plan: Plan,
  ) {
    this.window = new Window(running.inFlight ?? IN_FLIGHT);
  }

  /** Carries out the rows until the end of the file, an interruption, or too many broken rows in a row. */
  async run(): Promise<End> {
    const { logbook, tally } = this.running;
    const done = logbook.doneOf(this.plan.number);
    for await (const rows of this.plan.file.rows())
      for (const row of rows) {
        if (this.aborted) return 'interrupted';
        if (row.row <= done) {
          tally.skipped += 1;
          this.skippedBytes = row.bytes;
          continue;
        }
        this.window.admit(this.workOf(row));
        if (this.isGivenUp(row)) return this.drain('stopped');
        if (this.window.full) await this.turn();
      }
    return this.drain('finished');
  }

  /** Carries out what has been read. */
  private async drain(end: End): Promise<End> {
    while (!this.window.empty) {
      if (this.aborted) return 'interrupted';
      await this.turn();
    }
    return end;
  }

  private isGivenUp({ problem, line }: SourceRow): boolean {
    this.broken = problem === undefined ? 0 : this.broken + 1;
    if (this.broken < BROKEN) return false;
    this.running.tally.stopped = { file: this.plan.file.name, line, broken: this.broken };
    return true;
  }

  private get aborted() {
    return this.running.signal?.aborted === true;
  }

  private workOf(row: SourceRow): Work {
    if (row.problem !== undefined) return { row, commands: [], findings: [badRow(row.problem)], next: 0 };
    const findings: Finding[] = [];
    const report = (finding: Finding) => {
      const known = findings.some(({ column, code }) => column === finding.column && code === finding.code);
      if (!known) findings.push(finding);
    };
    const commands = this.plan.prepare([row.cells], report);
    const unusable = findings.some(({ severity }) => severity === 'error');
    return { row, commands: unusable ? [] : commands, findings, next: 0 };
  }

  private async turn() {
    const { dryRun, check, execute, tally } = this.running;
    const isRepeated = (commandId: string) => tally.knows(commandId);
    const ready = this.window.ready(isRepeated);
    const commands = ready.map(({ commands, next }) => {
      const { command } = commands[next]!;
      return isRepeated(command.commandId) ? { ...command, repeated: true } : command;
    });
    const outcomes = commands.length === 0 ? [] : await (dryRun ? check : execute)(commands);
    ready.forEach((work, index) => {
      const outcome = outcomes[index]!;
      settle(work, outcome, tally.command(commands[index]!, outcome));
    });
    await this.retire();
  }

  private async retire() {
    const { logbook, tally } = this.running;
    const { file, number } = this.plan;
    const retired = this.window.retire();
    for (const { row, findings, differs } of retired) {
      const problems = findings.map((finding) => problemAt(file.name, row, finding));
      problems.forEach((problem) => logbook.add(problem));
      tally.rows += 1;
      if (row.uneven) tally.uneven += 1;
      if (differs) tally.differing += 1;
      tally.row(problems);
    }
    const last = retired.at(-1);
    if (!last) return;
    await logbook.done(number, last.row.row);
    this.tell(last.row.bytes);
  }

  private tell(bytes: number) {
    const { progress, tally } = this.running;
    const { file, before, totalBytes } = this.plan;
    const now = { file: file.name, rows: tally.rows, bytes: before + bytes, totalBytes, seconds: tally.seconds };
    progress?.(progressOf(now, this.skippedBytes));
  }
}

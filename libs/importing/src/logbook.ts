import type { Language } from '@annals/event-sourcing';
import { ErrorFile } from './error-file.js';
import { fingerprintOf, Journal } from './journal.js';
import type { Mapping } from './mapping.js';
import type { Problem } from './problem.js';

const EVERY = 2_000; // ms between two writes of the journal

type Paths = {
  readonly journal: string | undefined;
  readonly errors: string | undefined;
  /** Of the error file. */
  readonly language: Language;
};

/** Journal and error file. Problems of rows that the journal counts are in the error file on disk. */
export class Logbook {
  private saved = performance.now();

  private constructor(
    private readonly journal: Journal,
    private readonly errors: ErrorFile,
    /** The number of finished rows of each pass. */
    private readonly rows: number[],
    /** Whether an earlier run is being resumed. */
    readonly resumed: boolean,
  ) {}

  static async open(mapping: Mapping, files: Readonly<Record<string, string>>, paths: Paths, passes: number) {
    const journal = new Journal(paths.journal, await fingerprintOf(mapping, files));
    const found = journal.read();
    const rows = Array.from({ length: passes }, (_, pass) => found?.rows[pass] ?? 0);
    const before = rows.some((row) => row > 0) ? found : undefined;
    return new Logbook(
      journal,
      new ErrorFile(paths.errors, before?.errorBytes ?? 0, paths.language),
      rows,
      before !== undefined,
    );
  }

  doneOf(pass: number): number {
    return this.rows[pass]!;
  }

  /** Problems that the error file has no room for. */
  get unlisted(): number {
    return this.errors.unlisted;
  }

  add(problem: Problem) {
    this.errors.add(problem);
  }

  /** Records that all rows of the pass up to this one are finished, with their problems. */
  done(pass: number, row: number) {
    this.rows[pass] = row;
    if (performance.now() - this.saved > EVERY) this.save();
  }

  save() {
    this.journal.write({ rows: this.rows, errorBytes: this.errors.flush() });
    this.saved = performance.now();
  }

  close(finished: boolean) {
    if (finished) this.journal.remove();
    else this.save();
    this.errors.close();
  }
}

import type { BlobStore, Language, RecordStore } from '@annals/event-sourcing';
import { ErrorFile, NO_ERRORS } from './error-file.js';
import { fingerprintOf, Journal } from './journal.js';
import type { Mapping } from './mapping.js';
import type { Problem } from './problem.js';
import type { Source } from './source.js';

const EVERY = 2_000; // ms between two writes of the journal

/** Where the progress of an import and its error file are kept. */
export type ImportStores = {
  readonly records: RecordStore;
  readonly blobs: BlobStore;
  /** The name of the import, which is that of its files; see `errorFileOf`. */
  readonly job: string;
};

type Keeping = ImportStores & {
  /** Dry runs keep no journal. */
  readonly dryRun: boolean;
  /** Of the error file. */
  readonly language: Language;
};

/** Journal and error file. Problems of rows that the journal counts are stored. */
export class Logbook {
  private saved = performance.now();

  private constructor(
    private readonly journal: Journal | undefined,
    private readonly errors: ErrorFile | undefined,
    /** The number of finished rows of each pass. */
    private readonly rows: number[],
    /** Whether an earlier run is being resumed. */
    readonly resumed: boolean,
  ) {}

  /** Without `keeping` nothing is kept. */
  static async open(
    mapping: Mapping,
    files: Readonly<Record<string, Source>>,
    passes: number,
    keeping: Keeping | undefined,
  ): Promise<Logbook> {
    const none = Array.from({ length: passes }, () => 0);
    if (!keeping) return new Logbook(undefined, undefined, none, false);
    const { records, blobs, job, dryRun, language } = keeping;
    const journal = dryRun ? undefined : new Journal(records, job, await fingerprintOf(mapping, files));
    const found = await journal?.read();
    const rows = none.map((_, pass) => found?.rows[pass] ?? 0);
    const before = rows.some((row) => row > 0) ? found : undefined;
    const errors = await ErrorFile.open(blobs, job, before ?? NO_ERRORS, language);
    return new Logbook(journal, errors, rows, before !== undefined);
  }

  doneOf(pass: number): number {
    return this.rows[pass]!;
  }

  /** Problems that the error file has no room for. */
  get unlisted(): number {
    return this.errors?.unlisted ?? 0;
  }

  add(problem: Problem) {
    this.errors?.add(problem);
  }

  /** Records that all rows of the pass up to this one are finished, with their problems. */
  async done(pass: number, row: number) {
    this.rows[pass] = row;
    const isDue = performance.now() - this.saved > EVERY;
    if (isDue || this.errors?.isFull) await this.save();
  }

  async close(finished: boolean) {
    if (!finished) await this.save();
    await this.errors?.join();
    if (!finished) return;
    await this.journal?.remove();
    await this.errors?.dropParts();
  }

  private async save() {
    const stored = (await this.errors?.flush()) ?? NO_ERRORS;
    await this.journal?.write({ rows: this.rows, ...stored });
    this.saved = performance.now();
  }
}

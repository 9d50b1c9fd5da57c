import { BlobStore, RecordStore, type BlobContent } from '@annals/event-sourcing';
import { errorFileOf, importRun, importRuns, importsWithErrors, undoResultOf } from '@annals/importing';
import { Injectable } from '@nestjs/common';
import { importProblems } from './imports.problems.js';

/** An import and what became of it. */
export type ImportEntry = {
  /** @example telco-5c0f1a2b3d4e */
  readonly importId: string;
  /**
   * The name of the mapping.
   * @example telco
   */
  readonly mapping: string;
  /**
   * The names of the files.
   * @example ["Telco-Customer-Churn.csv"]
   */
  readonly files: readonly string[];
  readonly startedAt: string;
  /** `null` until it has reached the end of its files. */
  readonly finishedAt: string | null;
  readonly rows: number;
  /** Rows with an error. */
  readonly failed: number;
  /** Whether rows had errors or warnings, which `errors` lists. */
  readonly hasErrors: boolean;
  /** The last undo; `null` if there was none. */
  readonly undo: ImportUndo | null;
};

/** The undo of an import: records that it has withdrawn, changes that it has changed back, and how many of both it has kept. */
export type ImportUndo = {
  readonly startedAt: string;
  /** `null` while it runs, or if it was stopped. */
  readonly finishedAt: string | null;
  /**
   * Who undid it.
   * @example importer
   */
  readonly by: string;
  readonly withdrawn: number;
  readonly changedBack: number;
  readonly kept: number;
};

/** The imports, the newest first; at most 1,000. */
export type ImportList = { readonly items: readonly ImportEntry[] };

/** The files that are kept of an import. */
export type ImportFile = 'errors' | 'undo-result';

const NAMES: Readonly<Record<ImportFile, (job: string) => string>> = {
  errors: errorFileOf,
  'undo-result': undoResultOf,
};

/** What is known of imports. */
@Injectable()
export class Imports {
  constructor(
    private readonly records: RecordStore,
    private readonly blobs: BlobStore,
  ) {}

  async list(): Promise<ImportList> {
    const [runs, withErrors] = await Promise.all([importRuns(this.records), importsWithErrors(this.blobs)]);
    const having = new Set(withErrors);
    const items = runs.map(({ id: importId, ...run }) => ({ importId, ...run, hasErrors: having.has(importId) }));
    return { items: items.toSorted((one, other) => other.startedAt.localeCompare(one.startedAt)) };
  }

  /** A file of an import as CSV. Throws `HttpProblem` 404 `ImportNotFound` and `ImportFileNotFound`. */
  async file(id: string, file: ImportFile): Promise<BlobContent> {
    if (!(await importRun(this.records, id))) throw importProblems.problem('ImportNotFound', { id });
    return (await this.blobs.get(NAMES[file](id))) ?? importProblems.fail('ImportFileNotFound', { id });
  }
}

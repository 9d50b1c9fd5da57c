import { BlobStore, RecordStore, type BlobContent, type Language } from '@annals/event-sourcing';
import { errorFileOf, importRun, importRuns, importsWithErrors, undoResultOf, type ImportRun } from '@annals/importing';
import { Injectable } from '@nestjs/common';
import { filesOf } from './import-work.js';
import { importProblems } from './imports.problems.js';
import { shownTask, type ImportTask } from './shown-task.js';
import type { Task } from './task.js';
import { Tasks } from './tasks.js';

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
  /** When it was run first; of one that was only tried, when that was asked for. */
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
  /** What was last asked for over HTTP; `null` if it was run by the command line alone. */
  readonly task: ImportTask | null;
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

/** The files that are kept of an import; those of dry runs apart. */
export const FILES = ['errors', 'undo-result', 'dry-run-errors', 'dry-undo-result'] as const;
export type ImportFile = (typeof FILES)[number];

const dryFilesOf = (importId: string) => filesOf({ importId, kind: 'dry-run' });

const NAMES: Readonly<Record<ImportFile, (job: string) => string>> = {
  errors: errorFileOf,
  'undo-result': undoResultOf,
  'dry-run-errors': (job) => errorFileOf(dryFilesOf(job)),
  'dry-undo-result': (job) => undoResultOf(dryFilesOf(job)),
};

/** What is known of imports. */
@Injectable()
export class Imports {
  constructor(
    private readonly records: RecordStore,
    private readonly blobs: BlobStore,
    private readonly tasks: Tasks,
  ) {}

  async list(language: Language): Promise<ImportList> {
    const [runs, withErrors, tasks] = await Promise.all([
      importRuns(this.records),
      importsWithErrors(this.blobs),
      this.tasks.all(),
    ]);
    const [having, known] = [new Set(withErrors), new Map(runs.map((run) => [run.id, run]))];
    const ids = [...new Set([...known.keys(), ...tasks.keys()])];
    const items = ids.map((id) => entryOf(id, { run: known.get(id), task: tasks.get(id), having, language }));
    return { items: items.toSorted((one, other) => other.startedAt.localeCompare(one.startedAt)) };
  }

  /** Throws `HttpProblem` 404 `ImportNotFound`. */
  async one(id: string, language: Language): Promise<ImportEntry> {
    const [run, task] = await this.known(id);
    const withErrors = await Promise.all(
      [id, dryFilesOf(id)].map(async (job) => ({
        job,
        there: (await this.blobs.stat(errorFileOf(job))) !== undefined,
      })),
    );
    const having = new Set(withErrors.filter(({ there }) => there).map(({ job }) => job));
    return entryOf(id, { run, task, having, language });
  }

  /** A file of an import as CSV. Throws `HttpProblem` 404 `ImportNotFound` and `ImportFileNotFound`. */
  async file(id: string, file: ImportFile): Promise<BlobContent> {
    await this.known(id);
    return (await this.blobs.get(NAMES[file](id))) ?? importProblems.fail('ImportFileNotFound', { id });
  }

  private async known(id: string) {
    const found = await Promise.all([importRun(this.records, id), this.tasks.find(id)]);
    if (found.every((each) => each === undefined)) throw importProblems.problem('ImportNotFound', { id });
    return found;
  }
}

type Known = {
  readonly run: ImportRun | undefined;
  readonly task: Task | undefined;
  readonly having: ReadonlySet<string>;
  readonly language: Language;
};

const entryOf = (importId: string, { run, task, having, language }: Known): ImportEntry => {
  const { mapping, files, startedAt, finishedAt, rows, failed, undo } = run ?? triedAs(task!);
  return {
    ...{ importId, mapping, files, startedAt, finishedAt, rows, failed, undo, hasErrors: having.has(importId) },
    task: task ? shownTask(task, { hasErrors: having.has(dryFilesOf(importId)), language }) : null,
  };
};

/** Of an import that was not run yet. */
const triedAs = ({ source, requestedAt }: Task): ImportRun => ({
  mapping: source?.mapping.name ?? '',
  files: Object.values(source?.files ?? {}).map(({ name }) => name),
  ...{ startedAt: requestedAt, finishedAt: null, rows: 0, failed: 0, undo: null },
});

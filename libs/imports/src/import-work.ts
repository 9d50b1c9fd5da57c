import type { Language } from '@annals/event-sourcing';
import type { Caller } from '@annals/http';
import type { Mapping, Progress, Summary, UndoCounts } from '@annals/importing';

/** What can be done for an import; what is dry decides as the other would, and stores nothing. */
export const KINDS = ['dry-run', 'run', 'dry-undo', 'undo'] as const;
export type WorkKind = (typeof KINDS)[number];

/** Something to do for an import, on behalf of a user whose rights decide on each row. */
export type ImportWork = {
  readonly importId: string;
  readonly kind: WorkKind;
  readonly by: Caller;
  /** Of reasons in files. */
  readonly language: Language;
  /** `null` for an undo of an import of the command line. */
  readonly source: ImportSource | null;
};

/** What is imported, and whether rows that differ from what an earlier import stored change it. */
export type ImportSource = {
  readonly mapping: Mapping;
  /** The uploads, by the names of the files in the mapping. */
  readonly files: Readonly<Record<string, { readonly fileId: string; readonly name: string; readonly bytes: number }>>;
  readonly update: boolean;
};

/** What has been done; of an import that was interrupted, too. */
export type WorkDone = { readonly summary: Summary } | { readonly undone: UndoCounts; readonly interrupted: boolean };

export type Reached = Pick<Progress, 'rows' | 'bytes' | 'totalBytes' | 'secondsLeft'>;

export type WorkOptions = {
  /** Interrupts the work, which ends soon and goes on later where it was. */
  readonly signal: AbortSignal;
  readonly told: (reached: Reached) => void;
};

/** Carries out work of imports. */
export abstract class ImportWorkers {
  /** Throws `MappingError`, `HttpProblem` for what cannot be done, and errors of the stores, after which it can be repeated. */
  abstract carryOut(work: ImportWork, options: WorkOptions): Promise<WorkDone>;
}

/** The name under which the files of dry runs are kept, beside those of runs. */
export const filesOf = ({ importId, kind }: Pick<ImportWork, 'importId' | 'kind'>): string =>
  kind === 'run' || kind === 'undo' ? importId : `${importId}.dry`;

import type { Language } from '@annals/event-sourcing';
import type { WorkKind } from './import-work.js';
import type { Task } from './task.js';

/** What was asked for of an import, and how far it is. */
export type ImportTask = {
  readonly kind: WorkKind;
  /** `waiting` for a process that works on it; `failed`: it cannot be done, as `problem` says. */
  readonly state: 'waiting' | 'running' | 'paused' | 'finished' | 'failed';
  /** Whether it is about to be paused. */
  readonly pausing: boolean;
  /**
   * The id of the user who has asked for it, whose rights count.
   * @example li.na
   */
  readonly by: string;
  readonly requestedAt: string;
  /** When it came to its end or was paused; `null` until then. */
  readonly finishedAt: string | null;
  /** `null` before the first rows. */
  readonly progress: ImportProgress | null;
  /** What a run has done, or a dry run would; `null` before its end. */
  readonly figures: ImportFigures | null;
  /** The same of an undo. */
  readonly undone: { readonly withdrawn: number; readonly changedBack: number; readonly kept: number } | null;
  /** The name of the file with the details under the import; `null` if there is none. */
  readonly file: 'errors' | 'undo-result' | 'dry-run-errors' | 'dry-undo-result' | null;
  readonly problem: ImportTrouble | null;
};

/** Why something cannot be done. */
export type ImportTrouble = {
  /** @example ImportWithoutFile */
  readonly code: string;
  /** @example The file was removed. */
  readonly detail: string;
};

/** How far it is. */
export type ImportProgress = {
  /** Rows finished since it began or went on. */
  readonly rows: number;
  /** Bytes of all files that are finished, of how many. */
  readonly bytes: number;
  readonly totalBytes: number;
  readonly secondsLeft: number | null;
};

/** What a run has done. */
export type ImportFigures = {
  readonly rows: number;
  /** Rows that were finished before it was interrupted. */
  readonly skipped: number;
  /** Rows with an error. */
  readonly failed: number;
  /** Rows with a warning, which are imported nevertheless. */
  readonly warnings: number;
  /** Rows that differ from what is stored, which stays. */
  readonly differing: number;
  /** By the type of the command. */
  readonly commands: Readonly<Record<string, ImportCounts>>;
  /** The number of problems by code. */
  readonly codes: Readonly<Record<string, number>>;
  /** The first problems. */
  readonly problems: readonly ImportProblem[];
  /** The line at which it ended early: it and the rows before it, `broken` of them, cannot be read. */
  readonly stopped: { readonly line: number; readonly broken: number } | null;
};

/** How often a command was carried out, and with which outcome. */
export type ImportCounts = {
  readonly stored: number;
  readonly updated: number;
  readonly already: number;
  readonly differing: number;
  readonly repeated: number;
  readonly refused: number;
  readonly invalid: number;
};

/** A problem of a row. */
export type ImportProblem = {
  readonly line: number;
  readonly severity: 'error' | 'warning';
  /** @example E-mail */
  readonly column: string;
  /** @example BadDate */
  readonly code: string;
  /** @example The cell is no e-mail address. */
  readonly reason: string;
  /**
   * The row as it is in the file.
   * @example A-2,Brandt,no address
   */
  readonly original: string;
};

type Shown = {
  /** Whether a dry run had problems. */
  readonly hasErrors: boolean;
  readonly language: Language;
};

export const shownTask = (task: Task, { hasErrors, language }: Shown): ImportTask => {
  const { kind, state, pausing, by, requestedAt, finishedAt, progress, figures, undone, problem } = task;
  return {
    ...{ kind, state, pausing, by: by.id, requestedAt, finishedAt, progress, undone },
    figures: figures && {
      ...figures,
      problems: figures.problems.map((each) => ({ ...each, reason: each.reason[language] })),
    },
    file: fileOf(task, hasErrors),
    problem: problem && { code: problem.code, detail: problem.detail[language] },
  };
};

const fileOf = ({ kind, figures, undone }: Task, hasErrors: boolean): ImportTask['file'] => {
  const hasFile = {
    run: figures !== null && figures.failed + figures.warnings > 0,
    'dry-run': hasErrors,
    ...{ undo: undone !== null, 'dry-undo': undone !== null },
  };
  return hasFile[kind] ? FILE_OF[kind] : null;
};

const FILE_OF = {
  run: 'errors',
  'dry-run': 'dry-run-errors',
  undo: 'undo-result',
  'dry-undo': 'dry-undo-result',
} as const;

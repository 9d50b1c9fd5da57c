import type { Words } from '@annals/event-sourcing';
import type { SourceRow } from './source-file.js';

/** A problem of a row: after an error the row (or the rest of its commands) is not imported, after a warning it is. */
export type Finding = {
  readonly severity: 'error' | 'warning';
  /** The column or the field of the command. */
  readonly column: string;
  /** For programs: `BadNumber`, `BadRow`, the code of a refusal … */
  readonly code: string;
  /** For people. */
  readonly reason: Words;
};

/** A finding with its place; `row` counts rows below the header from 1, `line` the lines of the file. */
export type Problem = Finding & {
  readonly file: string;
  readonly row: number;
  readonly line: number;
  readonly original: string;
};

export type Report = (finding: Finding) => void;

export const problemAt = (file: string, { row, line, text }: SourceRow, finding: Finding): Problem => ({
  file,
  row,
  line,
  ...finding,
  original: text,
});

import type { Words } from '@annals/event-sourcing';
import type { SourceRow } from './source-file.js';

/** What is wrong with a row: an error keeps it (or the rest of its commands) out, a warning does not. */
export type Finding = {
  readonly severity: 'error' | 'warning';
  /** The column, or the field of the command, that it is about. */
  readonly column: string;
  /** For programs: `BadNumber`, `BadRow`, the code of a refusal … */
  readonly code: string;
  /** For people. */
  readonly reason: Words;
};

/** A finding and where it was made; `row` counts rows under the header from 1, `line` the lines of the file. */
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

import type { Language } from '@annals/event-sourcing';
import type { Finding, Problem } from './problem.js';

/** The outcomes of commands of one type in one run; in a dry run, those that it would have. */
export type CommandCounts = {
  stored: number;
  /** Already carried out with other content; what differs has been stored by another command. */
  updated: number;
  /** Already carried out, or nothing to change. */
  already: number;
  /** Already carried out with other content, which stays. */
  differing: number;
  /** The same key as an earlier row, which won. */
  repeated: number;
  refused: number;
  /** Invalid for the command. */
  invalid: number;
};

/** The result of one run. */
export type Summary = {
  readonly mapping: string;
  readonly dryRun: boolean;
  /** The run was stopped; the same call resumes it. */
  readonly interrupted: boolean;
  /** Where the run gave up, because this row and many before it could not be read. What is stored stays. */
  readonly stopped?: { readonly file: string; readonly line: number; readonly broken: number };
  readonly rows: number;
  /** Rows that an earlier, interrupted run had finished. */
  readonly skipped: number;
  /** Rows whose content differs from that of the last import with their key, and has not been stored. */
  readonly differing: number;
  /** Rows with fewer cells than columns, whose last columns are blank, or with blank cells behind the last column. */
  readonly uneven: number;
  /** Rows with an error. */
  readonly failed: number;
  /** Rows and joined rows with a warning, which are imported nevertheless. */
  readonly warnings: number;
  readonly commands: Readonly<Record<string, CommandCounts>>;
  /** Number of problems by code, errors and warnings. */
  readonly codes: Readonly<Record<string, number>>;
  /** The first problems; the error file has all. */
  readonly problems: readonly Problem[];
  /** The number of problems that the error file had no room for. */
  readonly unlisted: number;
  readonly seconds: number;
  /** Rows per second. */
  readonly rate: number;
};

const number = new Intl.NumberFormat('en-GB');
const some = (count: number, one: string, many = `${one}s`) => `${number.format(count)} ${count === 1 ? one : many}`;

/** The summary as lines of text for a terminal. `errors` is the path of the error file, if one was asked for. */
export const formatSummary = (summary: Summary, errors?: string, language?: Language): string => {
  const { rows, skipped, differing, uneven, failed, warnings, commands, seconds, rate } = summary;
  const skippedRows = skipped > 0 ? `, after ${some(skipped, 'row')} of the run before` : '';
  return [
    `${summary.mapping}: ${endOf(summary)}`,
    `  ${some(rows, 'row')} in ${seconds.toFixed(1)} s (${number.format(Math.round(rate))} rows/s)${skippedRows}`,
    ...Object.entries(commands).map(([type, counts]) => `  ${type}: ${countsOf(counts)}`),
    ...lineIf(differing, `${some(differing, 'row')} differing from the last import: --update stores the difference`),
    ...lineIf(uneven, `${some(uneven, 'row')} with fewer or more cells than columns: what is missing is blank`),
    ...lineIf(failed, `${some(failed, 'row')} with errors`),
    ...lineIf(warnings, `${some(warnings, 'row')} with warnings`),
    ...Object.entries(summary.codes).map(([code, count]) => `    ${code}: ${number.format(count)}`),
    ...summary.problems
      .slice(0, errors === undefined ? undefined : 5)
      .map((problem) => `    ${problem.file} line ${problem.line}: ${problemText(problem, language)}`),
    ...(errors === undefined ? [] : lineIf(failed + warnings, listed(summary, errors))),
  ].join('\n');
};

const lineIf = (count: number, line: string) => (count > 0 ? [`  ${line}`] : []);

const endOf = ({ dryRun, interrupted, stopped }: Summary) => {
  if (stopped)
    return `stopped at line ${number.format(stopped.line)} of ${stopped.file}: ${some(stopped.broken, 'row')} in a row cannot be read`;
  if (dryRun) return 'a dry run, which stores nothing; a run would have these results';
  return interrupted ? 'stopped; run it again to go on' : 'imported';
};

const listed = ({ unlisted }: Summary, errors: string) =>
  unlisted > 0
    ? `The first of them are listed in ${errors}; ${some(unlisted, 'problem')} more did not fit`
    : `All of them are listed in ${errors}`;

const LABELS: Readonly<Record<keyof CommandCounts, string>> = {
  stored: 'stored',
  updated: 'updated',
  already: 'already there',
  differing: 'already there with other content',
  repeated: 'the same as an earlier row',
  refused: 'refused',
  invalid: 'not valid',
};

/** Every outcome that is counted. */
export const OUTCOMES = Object.keys(LABELS) as readonly (keyof CommandCounts)[];

const countsOf = (counts: CommandCounts) =>
  OUTCOMES.filter((outcome) => counts[outcome] > 0)
    .map((outcome) => `${number.format(counts[outcome])} ${LABELS[outcome]}`)
    .join(', ') || 'none';

const problemText = ({ column, reason, severity }: Finding, language: Language = 'en') =>
  `${column === '' ? '' : `${column}: `}${reason[language]}${severity === 'warning' ? ' (warning)' : ''}`;

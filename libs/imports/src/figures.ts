import { engineFaultIn, type Words } from '@annals/event-sourcing';
import { HttpProblem } from '@annals/http';
import { MappingError, type Summary } from '@annals/importing';
import type { WorkDone } from './import-work.js';
import { importProblems } from './imports.problems.js';
import type { Task, TaskFigures } from './task.js';

const LONGEST = 500; // characters of a row

/** What of a summary is kept. */
const figuresOf = (summary: Summary): TaskFigures => {
  const { rows, skipped, failed, warnings, differing, commands, codes, stopped } = summary;
  return {
    ...{ rows, skipped, failed, warnings, differing, commands, codes },
    problems: summary.problems.map(({ line, severity, column, code, reason, original }) => ({
      ...{ line, severity, column, code, reason },
      original: original.slice(0, LONGEST).toWellFormed(),
    })),
    stopped: stopped ? { line: stopped.line, broken: stopped.broken } : null,
  };
};

/** What the work on a task has brought. */
export const resultOf = (done: WorkDone): Pick<Task, 'figures' | 'undone'> =>
  'summary' in done ? { figures: figuresOf(done.summary), undone: null } : { figures: null, undone: done.undone };

/** Why a task cannot be done; `undefined` for an error after which it can be tried again. */
export const problemIn = (error: unknown): { readonly code: string; readonly detail: Words } | undefined => {
  if (engineFaultIn(error)) return undefined;
  const problem = error instanceof MappingError ? misfit(error) : error;
  return problem instanceof HttpProblem ? { code: problem.code, detail: problem.sentence } : undefined;
};

const misfit = ({ problems }: MappingError) =>
  importProblems.problem('ImportMappingInvalid', { problems: problems.slice(0, 10).join('; ') });

import type { Words } from '@annals/event-sourcing';
import type { Outcome } from './command.js';
import type { Prepared } from './compile-step.js';
import type { Finding } from './problem.js';
import type { SourceRow } from './source-file.js';

/** A row on its way: `next` is the first of its commands that is not answered. */
export type Work = {
  readonly row: SourceRow;
  readonly commands: readonly Prepared[];
  readonly findings: Finding[];
  next: number;
};

const AHEAD = 4; // calls that can be made from rows at hand, so that rows that wait do not leave a call half empty

/**
 * The rows that are read and not done. A row's commands run in order; commands that share a lane run in the order of
 * their rows; all others run together. Rows leave in the order in which they came.
 */
export class Window {
  private works: Work[] = [];

  /** `size` is the most commands of one call. */
  constructor(private readonly size: number) {}

  get full() {
    return this.works.length >= this.size * AHEAD;
  }

  get empty() {
    return this.works.length === 0;
  }

  admit(work: Work) {
    this.works.push(work);
  }

  /** The rows whose next command may run now. */
  ready(): readonly Work[] {
    const claimed = new Set<string>();
    const ready: Work[] = [];
    for (const work of this.works) {
      if (ready.length === this.size) break;
      if (isDone(work)) continue;
      if (lanesOf(work.commands[work.next]!).every((lane) => !claimed.has(lane))) ready.push(work);
      for (const command of work.commands.slice(work.next)) for (const lane of lanesOf(command)) claimed.add(lane);
    }
    return ready;
  }

  /** The rows at the front that are done; they are gone from here. */
  retire(): readonly Work[] {
    const open = this.works.findIndex((work) => !isDone(work));
    return this.works.splice(0, open < 0 ? this.works.length : open);
  }
}

const isDone = ({ commands, next }: Work) => next >= commands.length;

const lanesOf = ({ command, lanes }: Prepared) => [command.commandId, ...lanes];

/** A row goes on after a command that is done, and ends with one that is not. */
export const settle = (work: Work, outcome: Outcome) => {
  work.next = outcome.status === 'done' ? work.next + 1 : work.commands.length;
  work.findings.push(...findingsOf(outcome));
};

const findingsOf = (outcome: Outcome): readonly Finding[] => {
  if (outcome.status === 'done') return [];
  if (outcome.status === 'invalid')
    return outcome.errors.map(({ field, rule, message }) => error(field, rule, message));
  return [error('', outcome.code, outcome.message)];
};

const error = (column: string, code: string, reason: Words): Finding => ({
  severity: 'error',
  column,
  code,
  reason,
});

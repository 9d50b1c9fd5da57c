import type { Words } from '@annals/event-sourcing';
import type { Outcome } from './command.js';
import type { Prepared } from './compile-step.js';
import type { Finding } from './problem.js';
import type { SourceRow } from './source-file.js';
import type { Repetition } from './tally.js';

/** A row in progress: `next` is the first of its commands without an outcome. */
export type Work = {
  readonly row: SourceRow;
  readonly commands: readonly Prepared[];
  readonly findings: Finding[];
  next: number;
  /** Whether one of its commands had been carried out with other content. */
  differs?: boolean;
};

/** How many commands of one call there are, unless something else is asked for. */
export const IN_FLIGHT = 256;

const AHEAD = 2; // calls that can be filled from rows in memory, so that waiting rows do not leave a call half empty

/** What a window has of a row. */
type Pending = {
  readonly commands: readonly { readonly command: { readonly commandId: string }; readonly lanes: readonly string[] }[];
  next: number;
};

/**
 * The rows that are read and not finished. Commands of a row run in order; commands that share a lane run in the order of
 * their rows; all others run concurrently. Rows leave in their original order.
 */
export class Window<Row extends Pending = Work> {
  private works: Row[] = [];

  /** `size` is the maximum number of commands of one call. */
  constructor(private readonly size: number) {}

  get full() {
    return this.works.length >= this.size * AHEAD;
  }

  get empty() {
    return this.works.length === 0;
  }

  admit(work: Row) {
    this.works.push(work);
  }

  /** The rows whose next command may run now. A repeated command only has to be valid, so it waits for no other. */
  ready(isRepeated: (commandId: string) => boolean): readonly Row[] {
    const claimed = new Set<string>();
    const ready: Row[] = [];
    for (const work of this.works) {
      if (ready.length === this.size) break;
      if (isDone(work)) continue;
      const { command, lanes } = work.commands[work.next]!;
      if (lanes.every((lane) => !claimed.has(lane)) || isRepeated(command.commandId)) ready.push(work);
      for (let at = work.next; at < work.commands.length; at += 1)
        for (const lane of work.commands[at]!.lanes) claimed.add(lane);
    }
    return ready;
  }

  /** Removes and returns the finished rows at the front. */
  retire(): readonly Row[] {
    const open = this.works.findIndex((work) => !isDone(work));
    return this.works.splice(0, open < 0 ? this.works.length : open);
  }
}

const isDone = ({ commands, next }: Pending) => next >= commands.length;

/** A row continues after a command with the outcome `done`, unless its key is repeated and must not be, and ends with any other. */
export const settle = (work: Work, outcome: Outcome, repetition: Repetition) => {
  const repeated = repetition === 'other' ? work.commands[work.next]!.repeated : undefined;
  if (outcome.status === 'done' && outcome.differs) work.differs = true;
  const goesOn = outcome.status === 'done' && repeated?.severity !== 'error';
  work.next = goesOn ? work.next + 1 : work.commands.length;
  work.findings.push(...findingsOf(outcome), ...(repeated ? [repeated] : []));
};

const findingsOf = (outcome: Outcome): readonly Finding[] => {
  if (outcome.status === 'done')
    return (outcome.warnings ?? []).map(({ field, code, reason }) => ({
      severity: 'warning',
      column: field,
      code,
      reason,
    }));
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

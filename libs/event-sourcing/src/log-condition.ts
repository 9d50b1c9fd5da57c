import type { LogFault } from './log-fault.js';

/** What is known to be wrong with the log, as this process has last seen. */
export abstract class LogCondition {
  /** The streams of the record with this id, such as a customer, and what each of them lacks: `gap`, `unreadable` … */
  abstract incomplete(id: string): ReadonlyMap<string, string>;
}

/** The streams that lack something, and what. */
export const incompleteStreams = (faults: readonly LogFault[]): ReadonlyMap<string, string> =>
  new Map(
    faults.flatMap((fault): readonly (readonly [string, string])[] => {
      if (fault.kind === 'StreamIncomplete') return [[fault.stream, fault.found]];
      return fault.kind === 'EventUnreadable' ? [[fault.stream, 'unreadable']] : [];
    }),
  );

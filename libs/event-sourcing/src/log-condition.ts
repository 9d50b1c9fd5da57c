import type { Incompleteness, StreamAbout } from './history-incomplete.js';
import type { LogFault } from './log-fault.js';

/** A stream that lacks something. */
export type FlawedStream = StreamAbout & { readonly stream: string; readonly found: Incompleteness };

/** The same with the types of the events that streams of its kind have; none if that is not known. */
export type IncompleteStream = FlawedStream & { readonly types: readonly string[] };

/** What is known to be wrong with the log, as this process has last seen. */
export abstract class LogCondition {
  /** The streams about a customer that lack something, and what: `gap`, `unreadable` …; all, or those that an answer rests on. */
  abstract incomplete(
    customerId: string,
    restsOn?: (stream: IncompleteStream) => boolean,
  ): ReadonlyMap<string, Incompleteness>;
}

/** The part of the name of a stream after its category: the id of its record. */
export const recordOfStream = (stream: string): string => stream.slice(stream.indexOf('-') + 1);

/** Streams that may have events of these types. */
export const havingTypes =
  (types: Iterable<string>) =>
  ({ types: had }: IncompleteStream): boolean => {
    const asked = new Set(types);
    return had.length === 0 || had.some((type) => asked.has(type));
  };

/** The streams that lack something, each once. */
export const incompleteStreams = (faults: readonly LogFault[]): readonly FlawedStream[] => [
  ...new Map(faults.flatMap(flawedBy).map((flawed) => [flawed.stream, flawed])).values(),
];

const flawedBy = (fault: LogFault): readonly FlawedStream[] => {
  if (fault.kind !== 'StreamIncomplete' && fault.kind !== 'EventUnreadable') return [];
  const { stream, subject, type } = fault;
  const found = fault.kind === 'StreamIncomplete' ? fault.found : 'unreadable';
  return [{ stream, found, ...(subject !== undefined && { subject }), ...(type !== undefined && { type }) }];
};

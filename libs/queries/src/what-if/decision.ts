import type { RecordedEvent, Rejection } from '@annals/event-sourcing';

/** The events that one command added to one stream. */
export type Decision = readonly [RecordedEvent, ...RecordedEvent[]];

/** What came of one command, and what would have come of it under other rules. */
export type Outcome = {
  /** None for what would have been added. */
  readonly recorded: readonly RecordedEvent[];
  /** None for what would not have been recorded. */
  readonly would: readonly RecordedEvent[];
  /** The rule that would have refused it. */
  readonly refusal: Rejection | null;
};

/** The decisions that a history in log order consists of. */
export const decisionsIn = (history: readonly RecordedEvent[]): readonly Decision[] => {
  const decisions: [RecordedEvent, ...RecordedEvent[]][] = [];
  for (const event of history) {
    const decision = decisions.at(-1);
    if (decision && isOf(decision.at(-1)!, event)) decision.push(event);
    else decisions.push([event]);
  }
  return decisions;
};

const isOf = ({ stream, commandId, revision }: RecordedEvent, next: RecordedEvent) =>
  next.stream === stream && next.commandId === commandId && next.revision === revision + 1;

/** Whether something else would have been recorded. */
export const differs = ({ recorded, would }: Outcome): boolean => textOf(recorded) !== textOf(would);

/** What is recorded by events, as text. */
export const textOf = (events: readonly RecordedEvent[]): string =>
  JSON.stringify(events.map(({ type, data, occurredAt }) => [type, occurredAt, data]));

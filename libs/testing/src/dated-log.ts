import { decide, fold, type Decider, type Event, type RecordedEvent } from '@annals/event-sourcing';
import { recorded } from './recorded.js';

/** A command, and when what it says occurred. */
export type Dated<Command> = { readonly occurredAt: string; readonly command: Command };

/** What is recorded by commands, one event a day from 1 January 2026. Throws the `Rejection` of a command. */
export const datedLog = <C extends { type: string }, S, E extends Event, X>(
  rules: Decider<C, S, E, X>,
  commands: readonly Dated<C>[],
  context = rules.context?.initial as X,
): readonly RecordedEvent<E>[] => {
  const log: RecordedEvent<E>[] = [];
  for (const { occurredAt, command } of commands)
    for (const event of decide(rules, command, fold(rules, log), new Date(occurredAt), context)) {
      const place = { position: log.length + 1, revision: log.length, id: `event-${log.length}` };
      const recordedAt = new Date(Date.UTC(2026, 0, log.length + 1)).toISOString();
      log.push(...recorded([event], { ...place, recordedAt, occurredAt }));
    }
  return log;
};

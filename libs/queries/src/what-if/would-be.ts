import type { Event, RecordedEvent } from '@annals/event-sourcing';
import type { Decision } from './decision.js';
import type { Sent } from './reactions.js';

/** Decided events with the envelopes of those recorded ones whose type they have; others follow the last of these. */
export const inPlaceOf = (decision: Decision, events: readonly Event[], at: Date): readonly RecordedEvent[] => {
  const left = [...decision];
  return events.map((event, index) => {
    const place = left.findIndex(({ type }) => type === event.type);
    const [found] = place < 0 ? [] : left.splice(place, 1);
    const envelope = found ?? { ...decision.at(-1)!, id: `${decision[0].id}/${index}` };
    return { ...envelope, ...event, occurredAt: event.occurredAt ?? at.toISOString() };
  });
};

/** Decided events that nothing was recorded in place of; they have the position of the last recorded event. */
export const added = (
  events: readonly Event[],
  { commandId, at, source, causationId, correlationId }: Sent,
  stream: string,
  { position, subject, recordedAt }: RecordedEvent,
): readonly RecordedEvent[] =>
  events.map((event, index) => ({
    ...{ id: `${commandId}#${index}`, stream, revision: -1, position, subject },
    ...{ commandId, causationId, correlationId, source, actor: `system:${source}` },
    ...event,
    occurredAt: event.occurredAt ?? at.toISOString(),
    recordedAt: at.toISOString() > recordedAt ? at.toISOString() : recordedAt,
  }));

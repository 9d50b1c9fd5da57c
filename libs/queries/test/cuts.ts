import type { RecordedEvent } from '@annals/event-sourcing';

/** A moment of a query, and the events that count at it. */
type Cut = { readonly asOf: string; readonly events: readonly RecordedEvent[] };

/** The events that count at moments between all events, on each axis. */
export const cuts = (log: readonly RecordedEvent[]): readonly Cut[] => {
  const byOccurrence = log.toSorted(
    (a, b) => Date.parse(a.occurredAt) - Date.parse(b.occurredAt) || a.position - b.position,
  );
  const joined = log.find(({ type }) => type === 'CustomersMerged')!;
  const some = [...[0.35, 0.75, 0.95].map((share) => log[Math.floor(log.length * share)]!), joined];
  return [
    ...[...some, log.at(-1)!].map(({ position }) => ({
      asOf: `asOf=${position}`,
      events: log.filter((event) => event.position <= position),
    })),
    ...some.map(({ recordedAt }) => ({
      asOf: `asOf=${recordedAt}`,
      events: log.filter((event) => event.recordedAt <= recordedAt),
    })),
    ...some.map(({ occurredAt }) => ({
      asOf: `axis=occurred&asOf=${occurredAt}`,
      events: byOccurrence.filter((event) => event.occurredAt <= occurredAt),
    })),
  ];
};

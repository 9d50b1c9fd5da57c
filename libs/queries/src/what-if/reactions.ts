import { isDeadline, isFanOut, type Draft, type FanOut, type Policy, type RecordedEvent } from '@annals/event-sourcing';
import type { FoldedViews, Reaction } from '@annals/event-sourcing';
import { causeOf, numbered, occurrenceOf } from '@annals/projecting';

/** A command that a policy sends by itself, and when it occurs. */
export type Sent = {
  readonly draft: Draft;
  readonly commandId: string;
  readonly at: Date;
  readonly source: 'clock' | 'policy';
  readonly causationId: string;
  readonly correlationId: string;
};

const MOST = 1_000; // documents that an event concerns

/** What policies do about an event. */
export const reactionsTo = (event: RecordedEvent, policies: readonly Policy[], views: FoldedViews): readonly Sent[] =>
  policies.flatMap((policy) => {
    if (isDeadline(policy) || !(event.type in policy.on)) return [];
    return isFanOut(policy) ? fannedOut(policy, event, views) : reacted(policy, event);
  });

const reacted = ({ name, on }: Reaction, event: RecordedEvent) =>
  sentBy(on[event.type]!(event), causeOf.event(name, event), event, event.occurredAt);

/** The effects occur when the event was recorded. */
const fannedOut = ({ name, on, view, send }: FanOut, event: RecordedEvent, views: FoldedViews) => {
  const { documents } = views.find(view.name, { where: on[event.type]!(event), limit: MOST });
  return documents.flatMap(({ id, body }) =>
    sentBy(send(body as never, event), causeOf.found(name, event, id), event, event.recordedAt),
  );
};

const sentBy = (
  drafts: readonly Draft[],
  cause: string,
  { id: causationId, correlationId }: RecordedEvent,
  when: string,
): readonly Sent[] =>
  numbered(drafts, cause).map(({ draft, commandId }) => ({
    ...{ draft, commandId, causationId, correlationId, source: 'policy' },
    at: new Date(occurrenceOf(draft, when)),
  }));

/** What the clock does about a deadline. */
export const sentAt = (policy: { send(document: never): readonly Draft[] }, cause: string, document: never, at: Date) =>
  numbered(policy.send(document), cause).map(({ draft, commandId }): Sent => ({
    ...{ draft, commandId, causationId: cause, correlationId: cause, source: 'clock' },
    at: new Date(occurrenceOf(draft, at.toISOString())),
  }));

import { isDeadline, isFanOut, type Draft, type FanOut, type Policy, type RecordedEvent } from '@annals/event-sourcing';
import type { FoldedViews, Reaction } from '@annals/event-sourcing';

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
  sentBy(on[event.type]!(event), `${name}/${event.id}`, event, event.occurredAt);

/** The effects occur when the event was recorded. */
const fannedOut = ({ name, on, view, send }: FanOut, event: RecordedEvent, views: FoldedViews) => {
  const { documents } = views.find(view.name, { where: on[event.type]!(event), limit: MOST });
  return documents.flatMap(({ id, body }) =>
    sentBy(send(body as never, event), `${name}/${event.id}/${id}`, event, event.recordedAt),
  );
};

const sentBy = (
  drafts: readonly Draft[],
  name: string,
  { id: causationId, correlationId }: RecordedEvent,
  when: string,
): readonly Sent[] =>
  numbered(drafts, name).map(({ draft, commandId }) => ({
    ...{ draft, commandId, causationId, correlationId, source: 'policy' },
    at: momentOf(draft, when),
  }));

/** What the clock does about a deadline. */
export const sentAt = (policy: { send(document: never): readonly Draft[] }, name: string, document: never, at: Date) =>
  numbered(policy.send(document), name).map(({ draft, commandId }): Sent => ({
    ...{ draft, commandId, causationId: name, correlationId: name, source: 'clock' },
    at: momentOf(draft, at.toISOString()),
  }));

const numbered = (drafts: readonly Draft[], name: string) =>
  drafts.map((draft, index) => ({ draft, commandId: index === 0 ? name : `${name}/${index}` }));

const momentOf = ({ fields }: Draft, otherwise: string) =>
  new Date('occurredAt' in fields && typeof fields.occurredAt === 'string' ? fields.occurredAt : otherwise);

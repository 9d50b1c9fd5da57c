import { asFieldChange, type RecordedChange } from '@annals/contracts-customers';
import type { RecordedEvent } from '@annals/event-sourcing';
import { reasonOf } from '@annals/projections-audit';
import type { HistoryChange } from './change.js';
import type { LookedAt } from './looked-at.js';
import { ORGANISATION_CHANGES } from '../organisation/changes.js';

/** Who did what, when it happened and when it was recorded, why, through which app, and what caused it. */
export type HistoryEntry = {
  readonly position: number;
  /** @example 0f7a2c1e-5b39-5d0c-9d43-3f4c8b0f6f52 */
  readonly id: string;
  /** @example ContactMade */
  readonly type: string;
  readonly stream: string;
  readonly revision: number;
  /** @example li.na */
  readonly actor: string;
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly reason: string | null;
  readonly source: string;
  /** @example 6b1f3c52-1f0a-4a58-8a0b-2a6f0f5f3c11 */
  readonly commandId: string;
  /** @example 6b1f3c52-1f0a-4a58-8a0b-2a6f0f5f3c11 */
  readonly correlationId: string;
  /** @example 6b1f3c52-1f0a-4a58-8a0b-2a6f0f5f3c11 */
  readonly causationId: string;
  readonly changes: readonly HistoryChange[];
  /** As an event of this type has it in `/v1/events`. */
  readonly data: object;
  /** What its rule looked at in other streams of the customer, races included. */
  readonly decidedOn: readonly LookedAt[];
};

export type HistoryPage = {
  readonly items: readonly HistoryEntry[];
  /** @example WzQxMiwiNDEyIl0 */
  readonly next: string | null;
};

export const entryOf = (entry: RecordedEvent, decidedOn: readonly LookedAt[] = []): HistoryEntry => {
  const { position, id, type, stream, revision, actor, occurredAt, recordedAt, source, data } = entry;
  const { commandId, correlationId, causationId } = entry;
  return {
    ...{ position, id, type, stream, revision, actor, occurredAt, recordedAt },
    ...{ reason: reasonOf(entry), source, commandId, correlationId, causationId },
    changes: CHANGES[type]?.(data as never) ?? [],
    data,
    decidedOn,
  };
};

type Terms = Readonly<Record<string, unknown>>;

const CHANGES: Readonly<Record<string, (data: never) => readonly HistoryChange[]>> = {
  CustomerDataChanged: ({ changes }: { changes: readonly RecordedChange[] }) => changes.map(asFieldChange),
  DataChangeTookEffect: ({ changes }: { changes: readonly RecordedChange[] }) => changes.map(asFieldChange),
  OwnerAssigned: ({ previous, owner }: { previous: unknown; owner: unknown }) => [
    { field: 'owner', before: previous, after: owner },
  ],
  DealAdvanced: ({ from, to }: { from: unknown; to: unknown }) => [{ field: 'step', before: from, after: to }],
  DealChanged: ({ before, after }: { before: Terms; after: Terms }) =>
    Object.keys(after).map((field) => ({ field, before: before[field] ?? null, after: after[field] ?? null })),
  ComplaintAssigned: ({ previous, assignee }: { previous: unknown; assignee: unknown }) => [
    { field: 'assignee', before: previous, after: assignee },
  ],
  ComplaintEscalated: ({ from, to }: { from: unknown; to: unknown }) => [{ field: 'tier', before: from, after: to }],
  ...ORGANISATION_CHANGES,
};

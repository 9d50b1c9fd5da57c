import type { NewEvent, RecordedEvent } from '@annals/event-sourcing';
import { randomUUID } from 'node:crypto';
import { newEvent } from '../new-event.js';

/** What a client proposes. `data` and `metadata` are the bytes as base64. */
export type Proposal = {
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  readonly data: string;
  readonly metadata: string;
};

export type WireRecord = Proposal & {
  readonly stream: string;
  readonly revision: number;
  /** Its commit position, and its prepare position as well. */
  readonly place: bigint;
  /** 100 ns since 1970. */
  readonly created: bigint;
};

/** How far the places of two records lie apart. */
export const STEP = 100n; // bytes

export const TOMBSTONE = '$streamDeleted';

/** An event that comes from no client. `data` should be JSON. */
export const recordOf = (type: string, data: string): Proposal => ({
  id: randomUUID(),
  type,
  contentType: 'application/json',
  data: Buffer.from(data).toString('base64'),
  metadata: '',
});

/** As a log of ours keeps it, which would refuse an id that another stream has; EventStoreDB does not look there. */
export const kept = (proposal: Proposal): NewEvent => ({
  ...newEvent(randomUUID(), proposal.type),
  data: proposal,
});

export const wireRecord = ({ stream, revision, position, recordedAt, data }: RecordedEvent): WireRecord => ({
  ...(data as Proposal),
  stream,
  revision,
  place: BigInt(position) * STEP,
  created: BigInt(Date.parse(recordedAt)) * 10_000n,
});

/** How many records lie at or before a place. */
export const countAt = (place: bigint): number => Number(place / STEP);

export const jsonOf = ({ data }: Proposal): unknown => JSON.parse(Buffer.from(data, 'base64').toString());

import type { NewEvent, RecordedEvent } from '@annals/event-sourcing';
import { randomUUID } from 'node:crypto';

/** A proposed event. `data` and `metadata` are base64. */
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
  /** Its commit position, which is also its prepare position. */
  readonly place: bigint;
  /** 100 ns since 1970. */
  readonly created: bigint;
};

/** The distance between the positions of two records. */
export const STEP = 100n; // bytes

export const TOMBSTONE = '$streamDeleted';

/** The type of a link to an event; its data are `<revision>@<stream>`. */
export const LINK = '$>';

/** An event without a client. `data` should be JSON. */
export const recordOf = (type: string, data: string): Proposal => ({
  id: randomUUID(),
  type,
  contentType: 'application/json',
  data: Buffer.from(data).toString('base64'),
  metadata: '',
});

/** As system projections write it. */
export const linkTo = (stream: string, revision: number): Proposal => ({
  ...recordOf(LINK, `${revision}@${stream}`),
  contentType: 'application/octet-stream',
});

/** The event that a link names. */
export const targetOf = ({ data }: Proposal) => {
  const text = Buffer.from(data, 'base64').toString();
  const at = text.indexOf('@');
  return { stream: text.slice(at + 1), revision: Number(text.slice(0, at)) };
};

const ENVELOPE = {
  ...{ actor: 'client', source: 'wire', occurredAt: '1970-01-01T00:00:00.000Z', subject: 'wire', schemaVersion: 1 },
  ...{ commandId: 'wire', correlationId: 'wire', causationId: 'wire' },
};

/** As stored in our log, which would refuse an id of another stream; EventStoreDB does not check other streams. */
export const kept = (proposal: Proposal): NewEvent => ({
  ...{ ...ENVELOPE, id: randomUUID(), type: proposal.type },
  data: proposal,
});

export const wireRecord = ({ stream, revision, position, recordedAt, data }: RecordedEvent): WireRecord => ({
  ...(data as Proposal),
  stream,
  revision,
  place: BigInt(position) * STEP,
  created: BigInt(Date.parse(recordedAt)) * 10_000n,
});

/** The number of records at or before a position. */
export const countAt = (place: bigint): number => Number(place / STEP);

export const jsonOf = ({ data }: Proposal): unknown => JSON.parse(Buffer.from(data, 'base64').toString());

import type { EventStore } from '@annals/event-sourcing';
import { jsonOf, TOMBSTONE, wireRecord, type WireRecord } from './wire-record.js';

/** What limits the readable records of a stream, and who may do what: the first revision, their number, their age in seconds. */
export type StreamMetadata = {
  readonly $tb?: number;
  readonly $maxCount?: number;
  readonly $maxAge?: number;
  readonly $acl?: Acl;
};

/** Users and groups by right. */
export type Acl = { readonly [right in Right]?: string | readonly string[] };

/** To read, write and delete a stream, and to read and write its metadata. */
export type Right = '$r' | '$w' | '$d' | '$mr' | '$mw';

/** The stream of the metadata of a stream, and the type of their events. */
export const METADATA = { stream: (name: string) => `$$${name}`, type: '$metadata' } as const;

/** `$tb` of a soft-deleted stream. */
export const SOFT_DELETED = 2 ** 63;

const CENTURY = 3_155_760_000; // seconds

export const metadataIn = async (log: EventStore, stream: string): Promise<StreamMetadata> => {
  const last = (await log.read(METADATA.stream(stream))).at(-1);
  return last ? (jsonOf(wireRecord(last)) as StreamMetadata) : {};
};

/**
 * The readable records of a stream, of which only the tombstone if it has one; `undefined` for a stream that does not exist or is
 * soft-deleted. Otherwise the metadata may let it begin at a later revision, without a sign.
 */
export const readable = (
  records: readonly WireRecord[],
  metadata: StreamMetadata,
): readonly WireRecord[] | undefined => {
  const { $tb = 0, $maxCount = Infinity, $maxAge = CENTURY } = metadata;
  if (records.at(-1)?.type === TOMBSTONE) return records.slice(-1);
  if (records.length === 0 || $tb === SOFT_DELETED) return undefined;
  const oldest = BigInt(Math.round(Date.now() - $maxAge * 1_000)) * 10_000n;
  const from = Math.max($tb, records.length - $maxCount);
  return records.filter(({ revision, created }) => revision >= from && created >= oldest);
};

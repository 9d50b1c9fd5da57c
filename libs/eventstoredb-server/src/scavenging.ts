import type { EventStore } from '@annals/event-sourcing';
import { metadataIn, readable } from './stream-metadata.js';
import { jsonOf, TOMBSTONE, wireRecord, type WireRecord } from './wire-record.js';

/** The stream that says what scavenges have removed. */
export const SCAVENGES = '$scavenges';

/** The positions that a scavenge removes: unreadable records, the last one of each stream apart, which keeps its revision. */
export const removable = async (log: EventStore): Promise<readonly bigint[]> => {
  const records = (await Array.fromAsync(log.readAll(0))).flat().map(wireRecord);
  const removed: bigint[] = [];
  for (const [stream, those] of Map.groupBy(records, (record) => record.stream)) {
    const kept = new Set((await keptOf(log, stream, those)).map(({ place }) => place));
    removed.push(...those.map(({ place }) => place).filter((place) => !kept.has(place)));
  }
  return removed;
};

/** The positions that earlier scavenges have removed. */
export const removedIn = async (log: EventStore): Promise<ReadonlySet<bigint>> => {
  const runs = (await log.read(SCAVENGES)).map((run) => jsonOf(wireRecord(run)) as { readonly removed: string[] });
  return new Set(runs.flatMap(({ removed }) => removed.map(BigInt)));
};

const keptOf = async (log: EventStore, stream: string, records: readonly WireRecord[]) => {
  if (stream === SCAVENGES) return records;
  if (stream.startsWith('$$')) return records.slice(-1);
  const seen = readable(records, await metadataIn(log, stream)) ?? [];
  return records.at(-1)?.type === TOMBSTONE ? seen : [...seen, ...records.slice(-1)];
};

import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import { filterIn } from './filters.js';
import { eventMessage, nameIn, notFoundMessage } from './messages.js';
import { noRecordThere, streamDeleted } from './refusals.js';
import type { WireLog } from './wire-log.js';
import { STEP, TOMBSTONE, type WireRecord } from './wire-record.js';

/** The responses to a read of a stream or of the whole log. */
export const read = async function* (log: WireLog, options: ReadReq.Options): AsyncGenerator<ReadResp, void> {
  const stream = options.getStream();
  const records = stream ? await streamRecords(log, stream, isBackwards(options)) : allRecords(log, options);
  if (records) yield* messages(records, options);
  else yield notFoundMessage(nameIn(stream!.getStreamIdentifier()));
};

const messages = async function* (
  records: AsyncIterable<WireRecord> | readonly WireRecord[],
  options: ReadReq.Options,
): AsyncGenerator<ReadResp, void> {
  const filter = filterIn(options);
  let left = BigInt(options.getCount());
  for await (const record of records) {
    if (left === 0n) return;
    if (filter && !filter.allows(record)) continue;
    left -= 1n;
    yield eventMessage(record);
  }
};

const isBackwards = (options: ReadReq.Options) =>
  options.getReadDirection() === streams.ReadReq.Options.ReadDirection.BACKWARDS;

const streamRecords = async (log: WireLog, wanted: ReadReq.Options.StreamOptions, backwards: boolean) => {
  const stream = nameIn(wanted.getStreamIdentifier());
  const records = await log.visible(stream);
  if (!records) return undefined;
  if (records.at(-1)?.type === TOMBSTONE) throw streamDeleted(stream);
  const ordered = backwards ? records.toReversed() : records;
  if (!wanted.hasRevision()) return wanted.hasEnd() && !backwards ? [] : ordered;
  const from = Number(wanted.getRevision());
  return ordered.filter(({ revision }) => (backwards ? revision <= from : revision >= from));
};

const allRecords = (log: WireLog, options: ReadReq.Options): AsyncIterable<WireRecord> => {
  const all = options.getAll()!;
  const at = all.hasPosition() ? placeOf(all.getPosition()!) : undefined;
  if (!isBackwards(options)) return forwards(log, all.hasEnd() ? undefined : (at ?? 0n));
  return backwards(log, at, BigInt(options.getCount()));
};

/** From a position on, inclusive. */
async function* forwards(log: WireLog, from: bigint | undefined): AsyncGenerator<WireRecord, void> {
  if (from !== undefined) yield* log.between(from - 1n, await log.end());
}

/** Backwards from before a position. */
async function* backwards(log: WireLog, before: bigint | undefined, count: bigint) {
  const end = await log.end();
  const upto = before === undefined || before > end ? end : before - STEP;
  const span = count * STEP < upto ? count * STEP : upto;
  const records = await Array.fromAsync(log.between(upto - span, upto));
  yield* records.toReversed();
}

/** Throws at a position where no record starts. */
export const placeOf = (position: { getCommitPosition(): string }): bigint => {
  const place = BigInt(position.getCommitPosition());
  if (place % STEP !== 0n) throw noRecordThere();
  return place;
};

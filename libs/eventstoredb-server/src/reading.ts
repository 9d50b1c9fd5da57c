import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import { filterIn } from './filters.js';
import { eventMessage, nameIn, notFoundMessage } from './messages.js';
import { noRecordThere, streamDeleted } from './refusals.js';
import type { WireLog } from './wire-log.js';
import { LINK, STEP, targetOf, TOMBSTONE, type WireRecord } from './wire-record.js';

/** The responses to a read of a stream or of the whole log. `misplaced` is the text for a position where no record begins. */
export const read = async function* (
  log: WireLog,
  options: ReadReq.Options,
  misplaced: string,
): AsyncGenerator<ReadResp, void> {
  const stream = options.getStream();
  const records = stream
    ? await streamRecords(log, stream, isBackwards(options))
    : await allRecords(log, options, misplaced);
  if (records) yield* messages(log, records, options);
  else yield notFoundMessage(nameIn(stream!.getStreamIdentifier()));
};

const messages = async function* (
  log: WireLog,
  records: AsyncIterable<WireRecord> | readonly WireRecord[],
  options: ReadReq.Options,
): AsyncGenerator<ReadResp, void> {
  const filter = filterIn(options);
  const message = messageOf(log, options);
  let left = BigInt(options.getCount());
  for await (const record of records) {
    if (left === 0n) return;
    if (filter && !filter.allows(record)) continue;
    left -= 1n;
    yield message(record);
  }
};

/** The response for a record: with its target if it is a link and the client asks for that. */
export const messageOf = (log: WireLog, options: ReadReq.Options) => {
  const resolve = options.getResolveLinks();
  return async (record: WireRecord): Promise<ReadResp> => {
    if (!resolve || record.type !== LINK) return eventMessage(record);
    const { stream, revision } = targetOf(record);
    const target = (await log.visible(stream))?.find((one) => one.revision === revision);
    return eventMessage(target?.type === TOMBSTONE ? undefined : target, record);
  };
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

const allRecords = async (
  log: WireLog,
  options: ReadReq.Options,
  misplaced: string,
): Promise<AsyncIterable<WireRecord>> => {
  const all = options.getAll()!;
  const end = await log.end();
  const at = all.hasPosition() ? placeOf(all.getPosition()!, end, misplaced) : undefined;
  if (isBackwards(options)) return backwards(log, before(at ?? end + STEP, end));
  return log.between(before(at ?? (all.hasEnd() ? end + STEP : STEP), end), end);
};

/** The last record before a position. */
const before = (place: bigint, end: bigint) => (place > end ? end : place - STEP);

const AT_ONCE = 256n; // records

/** Backwards from a position, inclusive. */
async function* backwards(log: WireLog, from: bigint) {
  for (let upto = from; upto > 0n; upto -= AT_ONCE * STEP) {
    const after = upto > AT_ONCE * STEP ? upto - AT_ONCE * STEP : 0n;
    const records = await Array.fromAsync(log.between(after, upto));
    yield* records.toReversed();
  }
}

/** Throws at a position before the end where no record begins, such as one inside a record. */
export const placeOf = (position: { getCommitPosition(): string }, end: bigint, misplaced: string): bigint => {
  const place = BigInt(position.getCommitPosition());
  if (place <= end && place % STEP !== 0n) throw noRecordThere(misplaced);
  return place;
};

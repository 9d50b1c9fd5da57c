import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import { randomUUID } from 'node:crypto';
import { filterIn } from './filters.js';
import { caughtUpMessage, checkpointMessage, confirmationMessage, nameIn } from './messages.js';
import { messageOf, placeOf } from './reading.js';
import type { WireLog } from './wire-log.js';
import { STEP, type WireRecord } from './wire-record.js';

export type Manner = {
  readonly twice: boolean;
  /** After the last record a checkpoint follows that is not a record: the position of the next one, with the prepare position 0. */
  readonly checkpointAtEnd: boolean;
  /** The text of the error for a position at which no record begins. */
  readonly misplaced: string;
};

/** The messages of a subscription until the signal aborts. */
export const subscribe = async function* (
  log: WireLog,
  options: ReadReq.Options,
  signal: AbortSignal,
  { twice, checkpointAtEnd, misplaced }: Manner,
): AsyncGenerator<ReadResp, void> {
  const end = await log.end();
  const start = startOf(options, end, misplaced);
  const news = newsOf(log, options);
  yield confirmationMessage(randomUUID());
  if (start >= end) yield caughtUpMessage();
  for await (const record of flat(log.follow(start, signal))) {
    for (let times = twice ? 2 : 1; times > 0; times -= 1) yield* await news.event(record);
    yield* news.checkpoint(record);
    if (record.place === end) yield caughtUpMessage();
    if (checkpointAtEnd && record.place >= end) yield checkpointMessage(record.place + STEP, 0n);
  }
};

/** The message of a subscription for a record. */
const newsOf = (log: WireLog, options: ReadReq.Options) => {
  const message = messageOf(log, options);
  const filter = filterIn(options);
  const wants = wantsOf(options, filter);
  let considered = 0;
  return {
    event: async (record: WireRecord) => (wants(record) ? [await message(record)] : []),
    checkpoint(record: WireRecord) {
      considered += 1;
      const isDue = filter !== undefined && considered % filter.interval === 0;
      return isDue ? [checkpointMessage(record.place, record.place)] : [];
    },
  };
};

const wantsOf = (options: ReadReq.Options, filter: ReturnType<typeof filterIn>) => {
  const wanted = options.getStream();
  if (!wanted) return (record: WireRecord) => filter?.allows(record) ?? true;
  const stream = nameIn(wanted.getStreamIdentifier());
  const after = wanted.hasRevision() ? Number(wanted.getRevision()) : -1;
  return (record: WireRecord) => record.stream === stream && record.revision > after;
};

/** As the real server, skips the first record at or after the given position, whether or not it is the intended one. */
const startOf = (options: ReadReq.Options, end: bigint, misplaced: string): bigint => {
  const from = options.getAll() ?? options.getStream()!;
  if (from.hasEnd()) return end;
  const position = options.getAll()?.getPosition();
  if (!position) return 0n;
  const place = placeOf(position, end, misplaced);
  return place < end ? place : end;
};

const flat = async function* <T>(batches: AsyncIterable<readonly T[]>) {
  for await (const batch of batches) yield* batch;
};

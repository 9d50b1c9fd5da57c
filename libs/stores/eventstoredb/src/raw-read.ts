import { START } from '@eventstore/db-client';
import { convertToCommandError } from '@eventstore/db-client/dist/utils/CommandError.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import type { StreamsClient } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { Connection } from './connection.js';
import { NoAnswer } from './failures.js';
import { logRecordOf, type LogRecord } from './log-record.js';
import type { Start } from './progress.js';

type Call = ReturnType<StreamsClient['read']>;

/**
 * Up to `most` records of the log from a position on, inclusive, asked for once. Costs a fraction of a read by the driver, which
 * parses every event, and ignores patterns.
 */
export const readRaw = (
  connection: Connection,
  from: Start,
  most: number,
  { pattern, answerWithin = connection.patience.answerWithin }: RawReadOptions = {},
): Promise<readonly LogRecord[]> =>
  connection.call((client, line) => {
    const [metadata, options] = client['callArguments']({ ...connection.options, deadline: answerWithin });
    return collected(line.streams.read(requestOf(from, most, pattern), metadata, options), answerWithin);
  });

export type RawReadOptions = {
  /** Regular expressions, one for types or one for names of streams: the server looks through the log and sends what matches. */
  readonly pattern?: Readonly<Partial<Record<'type' | 'stream', string>>>;
  /** Milliseconds. */
  readonly answerWithin?: number;
};

const { ReadReq } = streams;

const requestOf = (from: Start, most: number, pattern: RawReadOptions['pattern']) => {
  const options = new ReadReq.Options()
    .setAll(placeOf(from))
    .setReadDirection(ReadReq.Options.ReadDirection.FORWARDS)
    .setCount(`${most}`)
    .setUuidOption(new ReadReq.Options.UUIDOption().setString(new shared.Empty()));
  if (pattern) options.setFilter(filterOf(pattern));
  else options.setNoFilter(new shared.Empty());
  return new ReadReq().setOptions(options);
};

const placeOf = (from: Start) => {
  const all = new ReadReq.Options.AllOptions();
  if (from === START) return all.setStart(new shared.Empty());
  const { commit, prepare } = from;
  return all.setPosition(
    new ReadReq.Options.Position().setCommitPosition(`${commit}`).setPreparePosition(`${prepare}`),
  );
};

const WINDOW = 512; // records between two signs of life, without which the server refuses a pattern

const filterOf = ({ type, stream }: NonNullable<RawReadOptions['pattern']>) => {
  const { FilterOptions } = ReadReq.Options;
  const filter = new FilterOptions().setMax(WINDOW).setCheckpointintervalmultiplier(1);
  if (type !== undefined) filter.setEventType(new FilterOptions.Expression().setRegex(type));
  if (stream !== undefined) filter.setStreamIdentifier(new FilterOptions.Expression().setRegex(stream));
  return filter;
};

/** Throws `NoAnswer` when nothing arrives for `silence` milliseconds. */
const collected = async (call: Call, silence: number): Promise<readonly LogRecord[]> => {
  const records: LogRecord[] = [];
  const done = Promise.withResolvers<void>();
  const timer = setTimeout(() => done.reject(new NoAnswer(silence)), silence);
  call.on('data', (answer: ReadResp) => {
    timer.refresh();
    const record = answer.getEvent()?.getEvent();
    if (record) records.push(logRecordOf(record));
  });
  // The listener remains: a later error without a listener would end the process.
  call.on('end', done.resolve).on('error', (error) => done.reject(convertToCommandError(error)));
  try {
    await done.promise;
    return records;
  } catch (error) {
    call.cancel();
    throw error;
  } finally {
    clearTimeout(timer);
  }
};

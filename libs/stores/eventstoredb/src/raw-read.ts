import type { Position } from '@eventstore/db-client';
import { convertToCommandError } from '@eventstore/db-client/dist/utils/CommandError.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import type { StreamsClient } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { Connection } from './connection.js';
import { NoAnswer } from './failures.js';
import { logRecordOf, type LogRecord } from './log-record.js';

type Call = ReturnType<StreamsClient['read']>;

/**
 * Up to `most` records of the log from a position on, inclusive, asked for once. Costs a fraction of a read by the driver, which
 * parses every event.
 */
export const readRaw = (connection: Connection, from: Position, most: number): Promise<readonly LogRecord[]> =>
  connection.call((client, line) => {
    const [metadata, options] = client['callArguments'](connection.options);
    return collected(line.streams.read(requestOf(from, most), metadata, options), connection.patience.answerWithin);
  });

const requestOf = ({ commit, prepare }: Position, most: number) => {
  const { ReadReq } = streams;
  const position = new ReadReq.Options.Position().setCommitPosition(`${commit}`).setPreparePosition(`${prepare}`);
  const options = new ReadReq.Options()
    .setAll(new ReadReq.Options.AllOptions().setPosition(position))
    .setReadDirection(ReadReq.Options.ReadDirection.FORWARDS)
    .setCount(`${most}`)
    .setNoFilter(new shared.Empty())
    .setUuidOption(new ReadReq.Options.UUIDOption().setString(new shared.Empty()));
  return new ReadReq().setOptions(options);
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

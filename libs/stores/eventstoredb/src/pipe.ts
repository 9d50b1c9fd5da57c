import type { AppendResult } from '@eventstore/db-client';
import { unpackToCommandError } from '@eventstore/db-client/dist/streams/appendToStream/unpackError.js';
import { convertToCommandError } from '@eventstore/db-client/dist/utils/CommandError.js';
import { createUUID, parseUUID } from '@eventstore/db-client/dist/utils/grpcUUID.js';
import type { StreamsClient } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import type { BatchAppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import timestamps from 'google-protobuf/google/protobuf/timestamp_pb.js';
import { randomUUID } from 'node:crypto';
import type { BatchRequest } from './batch-request.js';
import type { Line } from './connection.js';
import { isTooLarge, NoAnswer } from './failures.js';
import { within } from './patience.js';

type Call = ReturnType<StreamsClient['batchAppend']>;

type Waiting = PromiseWithResolvers<AppendResult> & { readonly stream: string };

export type PipeOptions = {
  /** Time limit of one answer, in milliseconds. */
  readonly answerWithin: number;
  /** Whether nothing more is sent after the first append that is refused. */
  readonly isStrict?: boolean;
};

/**
 * Many appends on the way at once over one call, which the server carries out in the order in which they were sent. The driver has
 * such calls, too, but with one table of answers for all clients of the process, so that the end of one fails appends of others;
 * and they are renewed by themselves, so that the order is lost. After a failure nothing more is sent.
 */
export class Pipe {
  private readonly waiting = new Map<string, Waiting>();
  private failure: Error | undefined;

  private constructor(
    private readonly call: Call,
    private readonly options: PipeOptions,
  ) {
    call.on('data', (answer: BatchAppendResp) => this.take(answer));
    // The listener remains: a later error without a listener would end the process.
    call.on('error', (error) => this.fail(convertToCommandError(error)));
    call.on('end', () => this.fail(new Error('EventStoreDB has ended the call.')));
  }

  static open({ client, streams }: Line, options: PipeOptions): Pipe {
    const [metadata, ofCall] = client['callArguments']({ requiresLeader: true }, { deadline: Infinity });
    return new Pipe(streams.batchAppend(metadata, ofCall), options);
  }

  /** Whether it can still be used. */
  get isOpen(): boolean {
    return this.failure === undefined;
  }

  /** Throws the refusal of the server, or else why the pipe is closed: then nobody knows whether it was stored. */
  async append({ stream, message, options }: BatchRequest): Promise<AppendResult> {
    if (this.failure) throw this.failure;
    const { answerWithin } = this.options;
    const id = randomUUID();
    const answer = Promise.withResolvers<AppendResult>();
    this.waiting.set(id, { ...answer, stream });
    options.setDeadline(timestamps.Timestamp.fromDate(new Date(Date.now() + answerWithin)));
    this.call.write(message.setCorrelationId(createUUID(id)));
    try {
      return await within(answerWithin, answer.promise);
    } catch (error) {
      if (error instanceof NoAnswer) this.fail(error);
      throw error;
    }
  }

  close() {
    this.fail(new Error('The pipe is closed.'));
  }

  private take(answer: BatchAppendResp) {
    const id = parseUUID(answer.getCorrelationId()!);
    const waiting = this.waiting.get(id);
    this.waiting.delete(id);
    const refusal = refusalIn(answer, waiting?.stream ?? '');
    if (!refusal) return waiting?.resolve(resultOf(answer));
    waiting?.reject(refusal);
    if (this.options.isStrict) this.fail(refusal);
  }

  private fail(error: Error) {
    if (this.failure) return;
    this.failure = error;
    this.call.cancel();
    for (const { reject } of this.waiting.values()) reject(error);
    this.waiting.clear();
  }
}

const resultOf = (answer: BatchAppendResp): AppendResult => {
  const success = answer.getSuccess()!;
  const position = success.getPosition();
  return {
    success: true,
    nextExpectedRevision: BigInt(success.getCurrentRevision()),
    position: position && {
      commit: BigInt(position.getCommitPosition()),
      prepare: BigInt(position.getPreparePosition()),
    },
  } as AppendResult;
};

const refusalIn = (answer: BatchAppendResp, stream: string): Error | undefined => {
  const status = answer.getError();
  if (!status) return undefined;
  const told = { code: status.getCode() as number, message: status.getMessage() };
  return isTooLarge(told) ? Object.assign(new Error(told.message), told) : unpackToCommandError(status, stream);
};

import type { StreamsClient } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import type { BatchAppendReq, BatchAppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import { createStreamIdentifier } from '@eventstore/db-client/dist/utils/grpcStreamIdentifier.js';
import { createUUID, parseUUID } from '@eventstore/db-client/dist/utils/grpcUUID.js';
import timestamps from 'google-protobuf/google/protobuf/timestamp_pb.js';
import { NO_STREAM } from '@annals/event-sourcing';
import { randomUUID } from 'node:crypto';
import type { Line } from './connection.js';
import { numberOf } from './envelope.js';
import { within } from './patience.js';
import type { Append } from './writing.js';

type Call = ReturnType<StreamsClient['batchAppend']>;

/**
 * Many appends on the way at once over one call, which the server carries out in the order in which they were sent. The driver has
 * such calls, too; theirs are renewed by themselves, and then the order is lost. After a failure nothing more is sent.
 */
export class Pipe {
  private readonly waiting = new Map<string, PromiseWithResolvers<number>>();
  private failure: Error | undefined;

  private constructor(
    private readonly call: Call,
    private readonly answerWithin: number,
  ) {
    call.on('data', (answer: BatchAppendResp) => this.take(answer));
    // The listener remains: a later error without a listener would end the process.
    call.on('error', (error) => this.fail(error));
    call.on('end', () => this.fail(new Error('EventStoreDB has ended the call.')));
  }

  static open({ client, streams }: Line, answerWithin: number): Pipe {
    const [metadata, options] = client['callArguments']({ requiresLeader: true }, { deadline: Infinity });
    return new Pipe(streams.batchAppend(metadata, options), answerWithin);
  }

  /** Whether it can still be used. */
  get isOpen(): boolean {
    return this.failure === undefined;
  }

  /** Its position. `undefined` if it was not stored, or nobody knows; the pipe is closed then. */
  async append(append: Append): Promise<number | undefined> {
    if (this.failure) return undefined;
    const id = randomUUID();
    const answer = Promise.withResolvers<number>();
    this.waiting.set(id, answer);
    this.call.write(requestOf(id, append, this.answerWithin));
    try {
      return await within(this.answerWithin, answer.promise);
    } catch (error) {
      this.fail(error as Error);
      return undefined;
    }
  }

  close() {
    this.fail(new Error('The pipe is closed.'));
  }

  private take(answer: BatchAppendResp) {
    const id = parseUUID(answer.getCorrelationId()!);
    const position = answer.getSuccess()?.getPosition();
    if (!position) return this.fail(new Error(answer.getError()?.getMessage()));
    this.waiting.get(id)?.resolve(numberOf(BigInt(position.getCommitPosition())));
    this.waiting.delete(id);
  }

  private fail(error: Error) {
    if (this.failure) return;
    this.failure = error;
    this.call.cancel();
    for (const { reject } of this.waiting.values()) reject(error);
    this.waiting.clear();
  }
}

const requestOf = (id: string, { stream, expected, events }: Append, answerWithin: number): BatchAppendReq => {
  const options = new streams.BatchAppendReq.Options();
  options.setStreamIdentifier(createStreamIdentifier(stream));
  options.setDeadline(timestamps.Timestamp.fromDate(new Date(Date.now() + answerWithin)));
  if (expected === NO_STREAM) options.setNoStream(new shared.Empty());
  else options.setStreamPosition(`${expected}`);
  const request = new streams.BatchAppendReq().setCorrelationId(createUUID(id)).setOptions(options).setIsFinal(true);
  for (const { id: event, type, contentType, data, metadata } of events) {
    const message = new streams.BatchAppendReq.ProposedMessage();
    message.setId(createUUID(event));
    message.getMetadataMap().set('type', type).set('content-type', contentType);
    message.setData(Buffer.from(JSON.stringify(data)));
    message.setCustomMetadata(Buffer.from(JSON.stringify(metadata)));
    request.addProposedMessages(message);
  }
  return request;
};

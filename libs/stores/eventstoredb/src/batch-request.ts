import { createStreamIdentifier } from '@eventstore/db-client/dist/utils/grpcStreamIdentifier.js';
import { createUUID } from '@eventstore/db-client/dist/utils/grpcUUID.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { BatchAppendReq } from '@eventstore/db-client/generated/streams_pb.js';
import { NO_STREAM } from '@annals/event-sourcing';
import type { Append } from './append.js';

/** An append as one message of a call with many. */
export type BatchRequest = {
  readonly stream: string;
  readonly message: BatchAppendReq;
  readonly options: BatchAppendReq.Options;
  /** Bytes of its events. */
  readonly size: number;
};

export const batchRequestOf = ({ stream, expected, events }: Append): BatchRequest => {
  const options = new streams.BatchAppendReq.Options().setStreamIdentifier(createStreamIdentifier(stream));
  if (expected === NO_STREAM) options.setNoStream(new shared.Empty());
  else options.setStreamPosition(`${expected}`);
  const message = new streams.BatchAppendReq().setOptions(options).setIsFinal(true);
  let size = 0;
  for (const { id, type, contentType, data, metadata } of events) {
    const proposed = new streams.BatchAppendReq.ProposedMessage().setId(createUUID(id));
    proposed.getMetadataMap().set('type', type).set('content-type', contentType);
    const [body, envelope] = [Buffer.from(JSON.stringify(data)), Buffer.from(JSON.stringify(metadata))];
    message.addProposedMessages(proposed.setData(body).setCustomMetadata(envelope));
    size += body.length + envelope.length;
  }
  return { stream, message, options, size };
};

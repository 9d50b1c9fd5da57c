import type { Position, RecordedEvent as WireEvent } from '@eventstore/db-client';
import { parseUUID } from '@eventstore/db-client/dist/utils/grpcUUID.js';
import type { ReadResp } from '@eventstore/db-client/generated/streams_pb.js';

/** A record of the log as the server has sent it, of which nothing is parsed before `event` is called. */
export type LogRecord = {
  readonly id: string;
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  readonly position: Position;
  /** Bytes of its data and metadata. */
  readonly size: number;
  /** As the driver returns it. */
  readonly event: () => WireEvent;
};

type Sent = ReadResp.ReadEvent.RecordedEvent;

export const logRecordOf = (sent: Sent): LogRecord => {
  const fields = sent.getMetadataMap();
  const type = fields.get('type') ?? '';
  // Copies: the parts of a message refer to the whole buffer that it arrived in.
  const [data, metadata] = [textOf(sent.getData_asU8()), textOf(sent.getCustomMetadata_asU8())];
  const head = {
    id: parseUUID(sent.getId()!),
    type,
    position: { commit: BigInt(sent.getCommitPosition()), prepare: BigInt(sent.getPreparePosition()) },
  };
  const stream = textOf(sent.getStreamIdentifier()!.getStreamName_asU8());
  const revision = sent.getStreamRevision();
  const created = fields.get('created');
  const isJson = fields.get('content-type') === 'application/json';
  return {
    ...{ ...head, stream, revision: Number(revision), size: data.length + metadata.length },
    event: () =>
      ({
        ...{ ...head, streamId: stream, revision: BigInt(revision), isJson },
        created: new Date(Number(BigInt(created ?? 0) / TICKS)),
        ...{ data: parsed(data), metadata: parsed(metadata) },
      }) as WireEvent,
  };
};

const TICKS = 10_000n; // of 100 ns in a millisecond

const textOf = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString();

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text; // as the driver returns what is not JSON
  }
};

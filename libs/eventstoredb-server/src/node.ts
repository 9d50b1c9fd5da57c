import type { BatchAppendReq, BatchAppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { ServerDuplexStream, ServerReadableStream, ServerUnaryCall, ServerWritableStream } from '@grpc/grpc-js';
import type { Access } from './access.js';
import type { Faults } from './faults.js';
import type { Member } from './features.js';
import type { Traits, Version } from './versions.js';

/** The part of the server that the services need. */
export type Node = {
  readonly faults: Faults;
  readonly leader: { readonly host: string; readonly port: number } | undefined;
  readonly members: readonly Member[];
  readonly version: Version;
  readonly traits: Traits;
  readonly checkpointAtEnd: boolean;
  readonly access: Access;
  drop(): void;
};

/** A call of any kind. */
export type Call =
  | ServerUnaryCall<unknown, unknown>
  | ServerReadableStream<unknown, unknown>
  | ServerWritableStream<unknown, unknown>
  | ServerDuplexStream<BatchAppendReq, BatchAppendResp>;

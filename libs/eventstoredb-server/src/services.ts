import { GossipService } from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import { ServerFeaturesService } from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import pb from '@eventstore/db-client/generated/streams_pb.js';
import type { AppendReq, AppendResp, ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type {
  BatchAppendReq,
  BatchAppendResp,
  DeleteReq,
  TombstoneReq,
} from '@eventstore/db-client/generated/streams_pb.js';
import type { sendUnaryData, ServerDuplexStream, ServerReadableStream, ServerUnaryCall } from '@grpc/grpc-js';
import type { ServerWritableStream } from '@grpc/grpc-js';
import type { ServiceDefinition, UntypedServiceImplementation } from '@grpc/grpc-js';
import { once } from 'node:events';
import { append, position, received, remove } from './appending.js';
import { appendBatch, Batches, refused, type Batch } from './batch-appending.js';
import { clusterInfo, features } from './features.js';
import { nameIn } from './messages.js';
import type { Call, Node } from './node.js';
import { read } from './reading.js';
import { cancelled, endsCall, notLeader, Refusal } from './refusals.js';
import type { Right } from './stream-metadata.js';
import { subscribe } from './subscribing.js';
import type { WireLog } from './wire-log.js';

type Service = readonly [ServiceDefinition, UntypedServiceImplementation];

/** The implementation of each call. */
export const services = (server: Node, log: WireLog): readonly Service[] => {
  const { faults } = server;

  /** Throws unless the caller has the right and the node is the right one. */
  const admit = async (call: Call, stream: string, right: Right) => {
    await faults.thawed();
    // A disconnected client may have sent only a part, and an append is atomic.
    if (call.cancelled) throw cancelled();
    const { leader } = server;
    if (leader && call.metadata.get('requires-leader')[0] === 'true') throw notLeader(leader.host, leader.port);
    await server.access.require(call.metadata.get('authorization')[0]?.toString(), stream, right);
  };

  const answer = <A>(callback: sendUnaryData<A>, work: Promise<A>) =>
    void work.then(
      (response) => callback(null, response),
      (error: Refusal) => callback(error),
    );

  const appended = async (call: ServerReadableStream<AppendReq, AppendResp>) => {
    const request = await received(call);
    await admit(call, request.stream, '$w');
    return faults.around('append', server, () => append(log, request, server.traits));
  };

  const appendedBatch = async (call: ServerDuplexStream<BatchAppendReq, BatchAppendResp>, batch: Batch) => {
    const work = async () => {
      await admit(call, batch.stream, '$w');
      return faults.around('batchAppend', server, () => appendBatch(log, batch, server.traits));
    };
    const answered = await work()
      .catch((error: unknown) => {
        if (error instanceof Refusal && !endsCall(error)) return refused(batch, error);
        throw error;
      })
      .finally(() => batch.turn.pass());
    call.write(answered);
  };

  const removed = async <A>(call: ServerUnaryCall<DeleteReq | TombstoneReq, A>, how: 'remove' | 'tombstone') => {
    await admit(call, nameIn(call.request.getOptions()!.getStreamIdentifier()), '$d');
    return remove(log, how, call.request);
  };

  const stream = async (call: ServerWritableStream<ReadReq, ReadResp>, over: AbortSignal) => {
    const options = call.request.getOptions()!;
    const operation = options.hasSubscription() ? 'subscribe' : 'read';
    await admit(call, options.hasStream() ? nameIn(options.getStream()!.getStreamIdentifier()) : '$all', '$r');
    const fault = await faults.before(operation, server);
    const { checkpointAtEnd, traits } = server;
    const manner = { twice: fault === 'twice', checkpointAtEnd, misplaced: traits.misplaced };
    const isSubscription = options.hasSubscription();
    const answers = isSubscription ? subscribe(log, options, over, manner) : read(log, options, traits.misplaced);
    for await (const message of answers) {
      await faults.thawed();
      if (over.aborted) return;
      if (!call.write(message)) await once(call, 'drain', { signal: over });
    }
    call.end();
  };

  return [
    [
      ServerFeaturesService,
      {
        getSupportedMethods: (_: unknown, callback: sendUnaryData<ReturnType<typeof features>>) =>
          answer(
            callback,
            faults
              .thawed()
              .then(() => faults.around('features', server, async () => features(server.version, server.traits))),
          ),
      },
    ],
    [
      GossipService,
      {
        read: (_: unknown, callback: sendUnaryData<ReturnType<typeof clusterInfo>>) =>
          answer(
            callback,
            faults.thawed().then(() => clusterInfo(server.members)),
          ),
      },
    ],
    [
      StreamsService,
      {
        read(call: ServerWritableStream<ReadReq, ReadResp>) {
          const over = new AbortController();
          call.on('cancelled', () => over.abort()).on('close', () => over.abort());
          stream(call, over.signal).catch((error: unknown) => over.signal.aborted || call.emit('error', error));
        },
        append: (call: ServerReadableStream<AppendReq, AppendResp>, callback: sendUnaryData<AppendResp>) =>
          answer(callback, appended(call)),
        delete: (call: ServerUnaryCall<DeleteReq, pb.DeleteResp>, callback: sendUnaryData<pb.DeleteResp>) =>
          answer(
            callback,
            removed(call, 'remove').then((place) =>
              new pb.DeleteResp().setPosition(position(new pb.DeleteResp.Position(), place)),
            ),
          ),
        tombstone: (call: ServerUnaryCall<TombstoneReq, pb.TombstoneResp>, callback: sendUnaryData<pb.TombstoneResp>) =>
          answer(
            callback,
            removed(call, 'tombstone').then((place) =>
              new pb.TombstoneResp().setPosition(position(new pb.TombstoneResp.Position(), place)),
            ),
          ),
        batchAppend(call: ServerDuplexStream<BatchAppendReq, BatchAppendResp>) {
          const batches = new Batches();
          call.on('data', (message: BatchAppendReq) => {
            const batch = batches.add(message);
            if (batch)
              appendedBatch(call, batch).catch((error: unknown) => call.cancelled || call.emit('error', error));
          });
          call.on('cancelled', () => batches.end()).on('end', () => call.end());
        },
      },
    ],
  ];
};

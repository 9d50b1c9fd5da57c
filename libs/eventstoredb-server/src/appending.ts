import { NO_STREAM } from '@annals/event-sourcing';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type {
  AppendReq,
  AppendResp,
  BatchAppendReq,
  DeleteReq,
  TombstoneReq,
} from '@eventstore/db-client/generated/streams_pb.js';
import type { ServerReadableStream } from '@grpc/grpc-js';
import { nameIn } from './messages.js';
import { eventTooLarge, streamDeleted, tooLarge, wrongVersion } from './refusals.js';
import type { Turn } from './turn.js';
import type { Traits } from './versions.js';
import type { Expected, WireLog } from './wire-log.js';
import type { Proposal } from './wire-record.js';

const NO_STREAM_ON_WIRE = 2n ** 64n - 1n; // -1 as they write it

/** The request of an append. */
export const received = async (call: ServerReadableStream<AppendReq, AppendResp>) => {
  const requests = await Array.fromAsync(call as AsyncIterable<AppendReq>);
  const options = requests[0]!.getOptions()!;
  const proposals = requests.slice(1).map((request) => proposalOf(request.getProposedMessage()!));
  return { stream: nameIn(options.getStreamIdentifier()), expected: expectedIn(options), proposals };
};

export type Received = Awaited<ReturnType<typeof received>>;

export type Limits = Pick<Traits, 'largestAppend' | 'largestEvent'>;

/** What became of an append that is within the limits. Throws if it is not, or if its stream is deleted. */
export const stored = async (log: WireLog, { stream, expected, proposals }: Received, limits: Limits, turn?: Turn) => {
  requireWithin(limits, proposals);
  const outcome = await log.append(stream, expected, proposals, turn);
  if (outcome.is === 'deleted') throw streamDeleted(stream);
  return outcome;
};

/** A wrong revision is an answer; every other obstacle is thrown. */
export const append = async (log: WireLog, request: Received, limits: Limits): Promise<AppendResp> => {
  const outcome = await stored(log, request, limits);
  const { expected } = request;
  const response = new streams.AppendResp();
  if (outcome.is === 'stored') {
    const { revision, place } = outcome.last;
    const success = new streams.AppendResp.Success();
    success.setCurrentRevision(`${revision}`);
    success.setPosition(position(new streams.AppendResp.Position(), place));
    response.setSuccess(success);
  } else {
    response.setWrongExpectedVersion(conflict(expected, outcome.current));
  }
  return response;
};

const requireWithin = ({ largestAppend, largestEvent }: Limits, proposals: readonly Proposal[]) => {
  for (const proposal of proposals)
    if (sizeOf(proposal) > largestEvent) throw eventTooLarge(proposal.id, sizeOf(proposal), largestEvent);
  if (proposals.reduce((sum, proposal) => sum + sizeOf(proposal), 0) > largestAppend) throw tooLarge(largestAppend);
};

/** Here a wrong revision is an error. */
export const remove = async (log: WireLog, how: 'remove' | 'tombstone', request: DeleteReq | TombstoneReq) => {
  const options = request.getOptions()!;
  const stream = nameIn(options.getStreamIdentifier());
  const expected = expectedIn(options);
  const outcome = await log[how](stream, expected);
  if (outcome.is === 'deleted') throw streamDeleted(stream);
  if (outcome.is === 'conflict')
    throw wrongVersion(stream, typeof expected === 'number' ? expected : NO_STREAM, outcome.current);
  return outcome.last.place;
};

export const position = <P extends { setCommitPosition(value: string): P; setPreparePosition(value: string): P }>(
  message: P,
  place: bigint,
): P => message.setCommitPosition(`${place}`).setPreparePosition(`${place}`);

const conflict = (expected: Expected, current: number) => {
  const message = new streams.AppendResp.WrongExpectedVersion();
  if (current === NO_STREAM) message.setCurrentNoStream(new shared.Empty());
  else message.setCurrentRevision(`${current}`);
  if (expected === 'any') message.setExpectedAny(new shared.Empty());
  else if (expected === 'stream_exists') message.setExpectedStreamExists(new shared.Empty());
  else message.setExpectedRevision(`${wire(expected)}`);
  return message;
};

const wire = (expected: Expected): bigint => (typeof expected === 'number' ? BigInt(expected) : NO_STREAM_ON_WIRE);

type Expecting = {
  hasAny(): boolean;
  hasNoStream(): boolean;
  hasStreamExists(): boolean;
  getRevision(): string;
};

const expectedIn = (options: Expecting): Expected => {
  if (options.hasAny()) return 'any';
  if (options.hasNoStream()) return 'no_stream';
  return options.hasStreamExists() ? 'stream_exists' : Number(options.getRevision());
};

/** A proposed event of either kind of append. */
export const proposalOf = (message: AppendReq.ProposedMessage | BatchAppendReq.ProposedMessage): Proposal => ({
  id: message.getId()!.getString(),
  type: message.getMetadataMap().get('type')!,
  contentType: message.getMetadataMap().get('content-type')!,
  data: base64(message.getData_asU8()),
  metadata: base64(message.getCustomMetadata_asU8()),
});

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

const sizeOf = ({ type, data, metadata }: Proposal) => ((data.length + metadata.length) * 3) / 4 + type.length * 2;

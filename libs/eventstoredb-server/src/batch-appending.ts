import { NO_STREAM } from '@annals/event-sourcing';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import statuses from '@eventstore/db-client/generated/status_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { BatchAppendReq, BatchAppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import { createUUID, parseUUID } from '@eventstore/db-client/dist/utils/grpcUUID.js';
import { status } from '@grpc/grpc-js';
import protobuf from 'google-protobuf/google/protobuf/any_pb.js';
import type { Message } from 'google-protobuf';
import { position, proposalOf, stored, type Limits, type Received } from './appending.js';
import { identifier, nameIn } from './messages.js';
import type { Refusal } from './refusals.js';
import { Turns, type Turn } from './turn.js';
import type { Expected, WireLog } from './wire-log.js';

type Options = BatchAppendReq.Options;
type Parts = { readonly options: Options; readonly proposals: Received['proposals'][number][] };

/** The appends of one call, each of which arrives in several messages. */
export class Batches {
  private readonly open = new Map<string, Parts>();
  private readonly turns = new Turns();

  /** Carries out none of those that wait. */
  end() {
    this.turns.end();
  }

  /** The append that ends with this message. */
  add(message: BatchAppendReq): Batch | undefined {
    const id = parseUUID(message.getCorrelationId()!);
    const options = message.getOptions();
    if (options) this.open.set(id, { options, proposals: [] });
    const parts = this.open.get(id)!;
    parts.proposals.push(...message.getProposedMessagesList().map(proposalOf));
    if (!message.getIsFinal()) return undefined;
    this.open.delete(id);
    const stream = nameIn(parts.options.getStreamIdentifier());
    const { options: told, proposals } = parts;
    return { id, stream, expected: expectedIn(told), proposals, turn: this.turns.next() };
  }
}

export type Batch = Received & { readonly id: string; readonly turn: Turn };

/** Every obstacle is thrown, except a wrong revision. */
export const appendBatch = async (log: WireLog, batch: Batch, limits: Limits): Promise<BatchAppendResp> => {
  const outcome = await stored(log, batch, limits, batch.turn);
  if (outcome.is === 'conflict') return failed(batch, conflict(batch, outcome.current));
  const success = new streams.BatchAppendResp.Success();
  success.setCurrentRevision(`${outcome.last.revision}`);
  success.setPosition(position(new shared.AllStreamPosition(), outcome.last.place));
  return answerTo(batch).setSuccess(success);
};

/** One refused append does not end the call, unlike another leader. */
export const refused = (batch: Batch, refusal: Refusal): BatchAppendResp => failed(batch, problemOf(batch, refusal));

type Problem = { readonly code: status; readonly text: string; readonly name: string; readonly details: Message };

const problemOf = ({ stream }: Batch, { code, details: text, metadata }: Refusal): Problem => {
  const told = (name: string) => String(metadata.get(name)[0]);
  const known = DETAILS[told('exception')];
  return { code, text, ...(known?.(stream, told) ?? { name: 'Unknown', details: new shared.Unknown() }) };
};

type Details = (stream: string, told: (name: string) => string) => Pick<Problem, 'name' | 'details'>;

/** The details of errors that the protocol knows, by their names in trailers. */
const DETAILS: Readonly<Record<string, Details>> = {
  'stream-deleted': (stream) => ({
    name: 'StreamDeleted',
    details: new shared.StreamDeleted().setStreamIdentifier(identifier(stream)),
  }),
  'access-denied': () => ({ name: 'AccessDenied', details: new shared.AccessDenied() }),
  'maximum-append-size-exceeded': (_, told) => ({
    name: 'MaximumAppendSizeExceeded',
    details: new shared.MaximumAppendSizeExceeded().setMaxappendsize(Number(told('maximum-append-size'))),
  }),
};

const conflict = ({ stream, expected }: Batch, current: number): Problem => {
  const details = new shared.WrongExpectedVersion();
  if (current === NO_STREAM) details.setCurrentNoStream(new shared.Empty());
  else details.setCurrentStreamRevision(`${current}`);
  if (expected === 'any') details.setExpectedAny(new shared.Empty());
  else if (expected === 'no_stream') details.setExpectedNoStream(new shared.Empty());
  else if (expected === 'stream_exists') details.setExpectedStreamExists(new shared.Empty());
  else details.setExpectedStreamPosition(`${expected}`);
  const text = `Append failed with WrongExpectedVersion. Stream: ${stream}`;
  return { code: status.ALREADY_EXISTS, text, name: 'WrongExpectedVersion', details };
};

const failed = (batch: Batch, { code, text, name, details }: Problem): BatchAppendResp => {
  const any = new protobuf.Any();
  any.pack(details.serializeBinary(), `event_store.client.${name}`);
  const error = new statuses.Status()
    .setCode(code as number)
    .setMessage(text)
    .setDetails(any);
  return answerTo(batch).setError(error);
};

const answerTo = ({ id, stream }: Batch): BatchAppendResp => {
  return new streams.BatchAppendResp().setCorrelationId(createUUID(id)).setStreamIdentifier(identifier(stream));
};

const expectedIn = (options: Options): Expected => {
  if (options.hasAny()) return 'any';
  if (options.hasNoStream()) return 'no_stream';
  return options.hasStreamExists() ? 'stream_exists' : Number(options.getStreamPosition());
};

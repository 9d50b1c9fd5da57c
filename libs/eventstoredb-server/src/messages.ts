import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { WireRecord } from './wire-record.js';

const { ReadEvent } = streams.ReadResp;

/** A record as the response to a read. With a link, the record is its target, if there still is one. */
export const eventMessage = (record: WireRecord | undefined, link?: WireRecord): ReadResp => {
  const read = new ReadEvent();
  if (record) read.setEvent(recordedEvent(record));
  if (link) read.setLink(recordedEvent(link));
  read.setCommitPosition(`${(link ?? record!).place}`);
  const message = new streams.ReadResp();
  message.setEvent(read);
  return message;
};

const recordedEvent = (record: WireRecord) => {
  const event = new ReadEvent.RecordedEvent();
  const id = new shared.UUID();
  id.setString(record.id);
  event.setId(id);
  event.setStreamIdentifier(identifier(record.stream));
  event.setStreamRevision(`${record.revision}`);
  event.setCommitPosition(`${record.place}`);
  event.setPreparePosition(`${record.place}`);
  event.getMetadataMap().set('type', record.type).set('content-type', record.contentType);
  event.getMetadataMap().set('created', `${record.created}`);
  event.setData(Buffer.from(record.data, 'base64'));
  event.setCustomMetadata(Buffer.from(record.metadata, 'base64'));
  return event;
};

export const checkpointMessage = (commit: bigint, prepare: bigint): ReadResp => {
  const checkpoint = new streams.ReadResp.Checkpoint();
  checkpoint.setCommitPosition(`${commit}`);
  checkpoint.setPreparePosition(`${prepare}`);
  const message = new streams.ReadResp();
  message.setCheckpoint(checkpoint);
  return message;
};

export const confirmationMessage = (id: string): ReadResp => {
  const confirmation = new streams.ReadResp.SubscriptionConfirmation();
  confirmation.setSubscriptionId(id);
  const message = new streams.ReadResp();
  message.setConfirmation(confirmation);
  return message;
};

export const caughtUpMessage = (): ReadResp => {
  const message = new streams.ReadResp();
  message.setCaughtUp(new streams.ReadResp.CaughtUp());
  return message;
};

export const notFoundMessage = (stream: string): ReadResp => {
  const missing = new streams.ReadResp.StreamNotFound();
  missing.setStreamIdentifier(identifier(stream));
  const message = new streams.ReadResp();
  message.setStreamNotFound(missing);
  return message;
};

export const identifier = (stream: string) => {
  const name = new shared.StreamIdentifier();
  name.setStreamName(Buffer.from(stream).toString('base64'));
  return name;
};

export const nameIn = (name: { getStreamName_asU8(): Uint8Array } | undefined): string =>
  Buffer.from(name?.getStreamName_asU8() ?? []).toString();

import type { KafkaMessage } from 'kafkajs';
import { textsOf, type Headers } from './headers.js';

/** A received message. `offset` is its offset in the partition, in decimal digits. */
export type Inbound = {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly key: string | null;
  /** As texts; W3C trace context is in `traceparent`. */
  readonly headers: Headers;
  /** Empty for a message without a value. */
  readonly body: string;
};

/** Why a message can never be processed. */
export type Rejected = { readonly code: string; readonly message: string; readonly field?: string };

export type Handled = 'done' | { readonly rejected: Rejected };

/** The id that the source gave a message, otherwise its offset: the same whenever the message is delivered again. */
export const sourceIdOf = ({ headers, topic, partition, offset }: Inbound): string =>
  headers['ce_id'] ?? headers['id'] ?? `${topic}/${partition}/${offset}`;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Throws a `TypeError` if it is not UTF-8. */
export const inboundOf = (topic: string, partition: number, message: KafkaMessage): Inbound => ({
  topic,
  partition,
  offset: message.offset,
  key: message.key?.toString() ?? null,
  headers: textsOf(message.headers),
  body: message.value ? utf8.decode(message.value) : '',
});

import { Partitioners, type IHeaders, type KafkaMessage, type Message, type Producer } from 'kafkajs';
import type { Connections } from './connections.js';
import type { Rejected } from './inbound.js';
import type { Place } from './place.js';

export const deadLettersOf = (topic: string) => `${topic}.dead-letters`;

/**
 * The unchanged message with the reason in headers. After a crash it may be sent again, with the same `dead-letter-id`.
 */
export const deadLetterOf = (message: KafkaMessage, place: Place, rejected: Rejected): Message => ({
  key: message.key,
  value: message.value,
  headers: { ...writable(message.headers), ...reasonOf(message, place, rejected) },
});

const reasonOf = ({ offset }: KafkaMessage, { topic, partition }: Place, rejected: Rejected) => ({
  'dead-letter-id': `${topic}/${partition}/${offset}`,
  'dead-letter-topic': topic,
  'dead-letter-partition': String(partition),
  'dead-letter-offset': offset,
  'dead-letter-code': rejected.code,
  'dead-letter-message': rejected.message,
  ...(rejected.field === undefined ? {} : { 'dead-letter-field': rejected.field }),
});

/** The client reads headers without a value, and cannot write them. */
const writable = (headers: IHeaders | undefined): IHeaders =>
  Object.fromEntries(
    Object.entries(headers ?? {}).map(([name, value]) => [
      name,
      Array.isArray(value)
        ? value.map((each: Buffer | string | null) => each ?? '')
        : ((value as IHeaders[string] | null) ?? ''),
    ]),
  );

const MOST = 400_000; // bytes of a message that a description has

/**
 * For a message that cannot be sent as it is, because it would be larger than the topic takes with the reason: a description in
 * JSON, with the beginnings of key, value and headers in base64. The header `dead-letter-form` is `description`.
 */
export const descriptionOf = (message: KafkaMessage, place: Place, rejected: Rejected): Message => {
  const { key, value, headers = {} } = message;
  const texts = Object.entries(headers).map(([name, each]) => [
    name.slice(0, 200),
    base64([each].flat().at(-1), 1_000),
  ]);
  const body = {
    key: base64(key, 1_000),
    value: base64(value, MOST),
    bytes: value?.length ?? 0,
    headers: Object.fromEntries(texts.slice(0, 100)) as object,
  };
  const reason = { ...reasonOf(message, place, rejected), 'dead-letter-form': 'description' };
  return { key: null, value: JSON.stringify(body), headers: reason };
};

const base64 = (bytes: Buffer | string | null | undefined, most: number) =>
  Buffer.from(bytes ?? '')
    .subarray(0, most)
    .toString('base64');

/** Sends messages that cannot be processed to a dead-letter topic, so that later messages are not blocked. */
export class DeadLetters {
  private readonly producer: Producer;

  constructor({ kafka }: Connections) {
    const createPartitioner = Partitioners.DefaultPartitioner;
    this.producer = kafka.producer({ idempotent: true, maxInFlightRequests: 1, createPartitioner });
  }

  open() {
    return this.producer.connect();
  }

  async put(message: KafkaMessage, place: Place, rejected: Rejected) {
    try {
      await this.send(place, deadLetterOf(message, place, rejected));
    } catch (error) {
      if ((error as Error).name === 'KafkaJSConnectionError') throw error;
      await this.send(place, descriptionOf(message, place, rejected));
    }
  }

  private async send({ topic }: Place, letter: Message) {
    await this.producer.send({ topic: deadLettersOf(topic), acks: -1, messages: [letter] });
  }
}

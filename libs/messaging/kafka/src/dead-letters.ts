import { Partitioners, type KafkaMessage, type Producer } from 'kafkajs';
import type { Connections } from './connections.js';
import type { Rejected } from './inbound.js';

export const deadLettersOf = (topic: string) => `${topic}.dead-letters`;

type Place = { readonly topic: string; readonly partition: number };

/**
 * The unchanged message with the reason in headers. After a crash it may be sent again, with the same `dead-letter-id`.
 */
export const deadLetterOf = (message: KafkaMessage, { topic, partition }: Place, rejected: Rejected) => ({
  key: message.key,
  value: message.value,
  headers: {
    ...message.headers,
    'dead-letter-id': `${topic}/${partition}/${message.offset}`,
    'dead-letter-topic': topic,
    'dead-letter-partition': String(partition),
    'dead-letter-offset': message.offset,
    'dead-letter-code': rejected.code,
    'dead-letter-message': rejected.message,
    ...(rejected.field === undefined ? {} : { 'dead-letter-field': rejected.field }),
  },
});

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
    const messages = [deadLetterOf(message, place, rejected)];
    await this.producer.send({ topic: deadLettersOf(place.topic), acks: -1, messages });
  }
}

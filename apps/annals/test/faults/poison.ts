import { readLetters } from '@annals/kafka';
import { CompressionCodecs, CompressionTypes, type Message } from 'kafkajs';
import { promisify } from 'node:util';
import { gzip, unzip } from 'node:zlib';
import type { Exchange } from '../apart/exchange.js';
import { insisted } from '../apart/patience.js';

const TOPICS = ['erp.orders.v1', 'billing.invoices.v1', 'billing.payments.v1', 'metering.readings.v1'];

const WITHOUT_VALUE = 'without-value';

/** The client sends no header without a value, as others do: of this name, an empty one becomes one. */
const withoutValue = (records: Buffer) => {
  const at = records.indexOf(WITHOUT_VALUE);
  if (at >= 0) records[at + WITHOUT_VALUE.length] = NULL_LENGTH;
  return records;
};
const NULL_LENGTH = 1; // -1 as Kafka writes it

CompressionCodecs[CompressionTypes.GZIP] = () => ({
  compress: ({ buffer }: { readonly buffer: Buffer }) => promisify(gzip)(withoutValue(buffer)),
  decompress: (buffer: Buffer) => promisify(unzip)(buffer),
});

const order = (orderId: string) => {
  const what = { type: 'OrderPlaced', orderId, occurredAt: '2026-01-05T09:00:00.000Z', customer: { id: 'buyer' } };
  return JSON.stringify({ ...what, value: { amount: '1.00', currency: 'EUR' } });
};

/** Messages that can never be taken. */
const MESSAGES: readonly Omit<Message, 'key'>[] = [
  { value: 'no JSON' },
  { value: 'no JSON', headers: { [WITHOUT_VALUE]: '' } },
  { value: null },
  { value: Buffer.from([0x7b, 0xff, 0x7d]) },
  { value: order('with NUL \u0000') },
  { value: order('with half a character').replace('half', '\\ud800') },
  { value: 'x'.repeat(1_048_300) },
  { value: '{"type":"NeverHeardOf"}' },
  { value: '[]' },
  { value: '['.repeat(20_000) + ']'.repeat(20_000) },
];

/** Messages that cannot be taken, which other systems send to each topic in turn. */
export class Poison {
  sent = 0;

  constructor(
    private readonly exchange: Exchange,
    private readonly brokers: string,
  ) {}

  /** Returns when the message is in Kafka, at least once. */
  async send() {
    const number = `${this.sent}`;
    const { headers, ...message } = MESSAGES[this.sent % MESSAGES.length]!;
    const topic = TOPICS[this.sent % TOPICS.length]!;
    await insisted(() => this.exchange.put(topic, { ...message, key: number, headers: { ...headers, number } }));
    this.sent += 1;
  }

  /** The numbers of those in the dead letters. */
  async set(): Promise<readonly number[]> {
    const letters = await readLetters({ brokers: this.brokers.split(',') }, TOPICS);
    const numbers = letters.map(({ headers, value, isDescription }) =>
      isDescription ? numberIn(value!) : headers['number']!,
    );
    return [...new Set(numbers.map(Number))].toSorted((one, other) => one - other);
  }
}

const numberIn = (description: Buffer) => {
  const { headers } = JSON.parse(description.toString()) as { headers: { number: string } };
  return Buffer.from(headers.number, 'base64').toString();
};

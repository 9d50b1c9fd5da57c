import type { KafkaMessage } from 'kafkajs';
import { deadLetterOf, descriptionOf } from './dead-letters.js';

const place = { topic: 'readings', partition: 3 };
const rejected = { code: 'NotJson', message: 'The body is no JSON.', field: 'body' };
const message = (headers?: KafkaMessage['headers'], value: Buffer | null = Buffer.from('no JSON')): KafkaMessage =>
  ({
    ...{ key: Buffer.from('c-1'), value, timestamp: '0', attributes: 0, offset: '17', size: 1 },
    headers,
  }) as KafkaMessage;

it('has every header, those without a value as empty ones, which the client can write', () => {
  const headers = { none: null as never, several: ['a', null as never], text: 'b', missing: undefined };
  expect(deadLetterOf(message(headers), place, rejected).headers).toMatchObject({
    ...{ none: '', several: ['a', ''], text: 'b', missing: '' },
    ...{ 'dead-letter-id': 'readings/3/17', 'dead-letter-code': 'NotJson', 'dead-letter-field': 'body' },
  });
});

it('describes what cannot be sent, with its bytes', () => {
  const { value, headers } = descriptionOf(message({ h: 'v', none: null as never }), place, rejected);
  expect(JSON.parse(String(value))).toEqual({
    ...{ key: 'Yy0x', value: 'bm8gSlNPTg==', bytes: 7 },
    headers: { h: 'dg==', none: '' },
  });
  expect(headers).toMatchObject({ 'dead-letter-form': 'description', 'dead-letter-offset': '17' });
  const empty = descriptionOf(message(undefined, null), place, { code: 'NotText', message: 'No text.' });
  expect(JSON.parse(String(empty.value))).toMatchObject({ value: '', bytes: 0, headers: {} });
});

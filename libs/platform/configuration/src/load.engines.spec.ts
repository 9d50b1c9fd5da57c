import { problemsOf } from '../test/problems.js';
import { loadConfiguration } from './index.js';

it('reaches engines by what the environment tells, and shows no connection string', () => {
  const urls = { EVENT_STORE_URL: 'esdb://log:2113', READ_STORE_URL: 'mongodb://ann:hush@views/annals' };
  expect(loadConfiguration(urls)).toMatchObject({
    eventStoreUrl: urls.EVENT_STORE_URL,
    readStoreUrl: urls.READ_STORE_URL,
  });
  expect(problemsOf({ READ_STORE_URL: 'mongo:hush' })).toEqual([
    'READ_STORE_URL must be a connection string that begins with mongodb:// or mongodb+srv://.',
  ]);
});

it('tells Kafka who comes, if it asks', () => {
  const kafka = { brokers: [], tls: false, partitions: 12 };
  expect(loadConfiguration({}).kafka).toEqual(kafka);
  const asked = { KAFKA_BROKERS: 'a:9092, [::1]:9093', KAFKA_TLS: 'on', KAFKA_USER: 'annals', KAFKA_PASSWORD: 'hush' };
  expect(loadConfiguration(asked).kafka).toEqual({
    ...{ ...kafka, brokers: ['a:9092', '[::1]:9093'], tls: true },
    sasl: { mechanism: 'scram-sha-512', username: 'annals', password: 'hush' },
  });
  expect(problemsOf({ KAFKA_USER: 'annals' })).toEqual(['KAFKA_PASSWORD must be set when KAFKA_USER is set.']);
  expect(problemsOf({ KAFKA_BROKERS: 'kafka' })).toEqual([
    expect.stringMatching(/^KAFKA_BROKERS is "kafka"; it must be/),
  ]);
});

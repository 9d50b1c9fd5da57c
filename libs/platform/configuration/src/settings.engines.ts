import { KAFKA_MECHANISMS } from './configuration.js';
import { broker, connection, listOf, oneOf, text, whole } from './reader.js';
import { optional, secret, setting } from './setting.js';

/** Where log and views are, who else hears of events, and how processes share the work. */
export const engineSettings = {
  eventStoreUrl: secret(
    'EVENT_STORE_URL',
    'The event log, if not a file in the data folder: an EventStoreDB, such as esdb://user:password@host:2113.',
    connection('esdb', 'esdb+discover'),
  ),
  readStoreUrl: secret(
    'READ_STORE_URL',
    'The views, if not a file in the data folder: a MongoDB, such as mongodb://user:password@host:27017/annals.',
    connection('mongodb', 'mongodb+srv'),
  ),
  kafkaBrokers: setting('KAFKA_BROKERS', 'none', 'Brokers of Kafka; the relay needs them.', listOf(broker)),
  kafkaTls: setting('KAFKA_TLS', 'off', 'Whether they are reached through TLS.', oneOf(['off', 'on'])),
  kafkaUser: optional('KAFKA_USER', 'As whom, if they ask for it …', text('a name')),
  kafkaPassword: secret('KAFKA_PASSWORD', '… with this password …', text('a password')),
  kafkaMechanism: setting('KAFKA_SASL', 'scram-sha-512', '… by this mechanism.', oneOf(KAFKA_MECHANISMS)),
  kafkaPartitions: setting(
    'KAFKA_PARTITIONS',
    '12',
    'With how many partitions missing topics are made.',
    whole(1, 10_000),
  ),
  projectorLanes: setting(
    'PROJECTOR_LANES',
    '1',
    'Over how many lanes processes share the work on views; the same in all of them.',
    whole(1, 256),
  ),
  relayLanes: setting(
    'RELAY_LANES',
    '1',
    'The same for the work on Kafka, at most one for a partition.',
    whole(1, 256),
  ),
  leaseSeconds: setting(
    'LEASE_SECONDS',
    '10',
    'After so many silent seconds another process takes over.',
    whole(1, 300),
  ),
} as const;

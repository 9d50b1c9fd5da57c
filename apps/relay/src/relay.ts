import { ConfigurationInvalid } from '@annals/configuration';
import { runProcess } from '@annals/composition';
import { RelayModule } from './relay.module.js';

/** Tells others of what has happened, and takes from them what they tell: Kafka, out and in. */
export const run = () =>
  runProcess('relay', ({ configuration: { kafka } }) => {
    if (kafka.brokers.length === 0) throw new ConfigurationInvalid(['KAFKA_BROKERS must be set for the relay.']);
    return { modules: [RelayModule] };
  });

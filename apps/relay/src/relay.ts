import { ConfigurationInvalid } from '@annals/configuration';
import { runProcess } from '@annals/composition';
import { RelayModule } from './relay.module.js';

/** Sends events to Kafka and takes messages from it. */
export const run = () =>
  runProcess('relay', ({ configuration: { kafka } }) => {
    if (kafka.brokers.length === 0) throw new ConfigurationInvalid(['KAFKA_BROKERS must be set for the relay.']);
    return { modules: [RelayModule] };
  });

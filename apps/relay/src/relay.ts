import { ConfigurationInvalid } from '@annals/configuration';
import { runProcess } from '@annals/composition';
import { RelayModule } from './relay.module.js';

/** Sends events to Kafka and takes messages from it. */
export const run = () =>
  runProcess('relay', ({ configuration: { kafka, relayLanes } }) => {
    if (kafka.brokers.length === 0) throw new ConfigurationInvalid(['KAFKA_BROKERS must be set for the relay.']);
    if (relayLanes > kafka.partitions)
      throw new ConfigurationInvalid([
        `RELAY_LANES is ${relayLanes}, more than the ${kafka.partitions} of KAFKA_PARTITIONS: each lane needs a partition.`,
      ]);
    return { modules: [RelayModule] };
  });

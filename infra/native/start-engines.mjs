import { startKafka } from './kafka.mjs';
import { startMongo } from './mongo.mjs';

/** The engines by the variable with their address. An engine whose variable is set is used instead of a new one. */
const engines = {
  KAFKA_BROKERS: startKafka,
  READ_STORE_URL: startMongo,
  REPLICA_SET_URL: () => startMongo({ replicaSet: true }),
};

export default async () => {
  globalThis.engines = [];
  for (const [variable, start] of Object.entries(engines)) {
    if (process.env[variable]) continue;
    const engine = await start();
    globalThis.engines.push(engine);
    process.env[variable] = engine.url ?? engine.brokers;
  }
};

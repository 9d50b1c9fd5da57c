import { startEventStoreDb, type NativeEventStoreDb } from '../../../../infra/native/eventstoredb.mjs';
import { startKafka, type NativeKafka } from '../../../../infra/native/kafka.mjs';
import { startMongo, type NativeMongo } from '../../../../infra/native/mongo.mjs';
import type { Environment } from './process.js';

/** One server of each kind, for a single installation. */
export class Engines {
  private static readonly all = new Set<Engines>();

  private constructor(
    readonly log: NativeEventStoreDb,
    readonly views: NativeMongo,
    readonly kafka: NativeKafka,
  ) {
    Engines.all.add(this);
  }

  static async start(): Promise<Engines> {
    return new Engines(...(await Promise.all([startEventStoreDb(), startMongo(), startKafka()])));
  }

  /** For `afterAll`. */
  static async stopAll() {
    await Promise.all(
      [...Engines.all].flatMap(({ log, views, kafka }) => [log, views, kafka].map((each) => each.stop())),
    );
    Engines.all.clear();
  }

  get environment(): Environment {
    return { EVENT_STORE_URL: this.log.url, READ_STORE_URL: this.views.url, KAFKA_BROKERS: this.kafka.brokers };
  }
}

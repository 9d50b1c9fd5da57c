import { startEventStoreDb, type NativeEventStoreDb } from '../../../../infra/native/eventstoredb.mjs';
import { startKafka, type NativeKafka } from '../../../../infra/native/kafka.mjs';
import { startMongo, type NativeMongo } from '../../../../infra/native/mongo.mjs';
import { freePort } from '../ports.js';
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

  /** They have their addresses, and are only started by `restart`. */
  static async startLater(): Promise<Engines> {
    const of = async () => ({ port: await freePort(), later: true });
    const [log, views] = await Promise.all([startEventStoreDb(await of()), startMongo(await of())]);
    return new Engines(log, views, await startKafka({ later: true }));
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

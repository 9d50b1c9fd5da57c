import { configurationOf } from '@annals/composition';
import { closeStores, openEngine } from '@annals/composition';
import { startEventStoreDb } from '../native/eventstoredb.mjs';
import { startKafka } from '../native/kafka.mjs';
import { startMongo } from '../native/mongo.mjs';
import { fill, stories } from './events.mjs';
import { ROOT, Server } from './processes.mjs';

const LANES = '2';

/** A distributed installation on three engines: each process once, projector and relay twice. */
export class Distributed {
  processes = [];

  constructor(dataDir, engines) {
    this.dataDir = dataDir;
    this.engines = engines;
    const [log, views, kafka] = engines;
    this.brokers = kafka.brokers;
    this.environment = {
      ...{ EVENT_STORE_URL: log.url, READ_STORE_URL: views.url, KAFKA_BROKERS: kafka.brokers },
      ...{ PROJECTOR_LANES: LANES, RELAY_LANES: LANES },
    };
  }

  /** The engines with a log of `events` events. */
  static async filled(dataDir, events) {
    const engines = await Promise.all([startEventStoreDb(), startMongo(), startKafka()]);
    const distributed = new Distributed(dataDir, engines);
    const engine = await openEngine(configurationOf({ ...distributed.environment, DATA_DIR: dataDir }));
    await fill(engine.log, stories(events), 100);
    distributed.head = await engine.log.head();
    await closeStores(engine);
    return distributed;
  }

  async start(name, times = 1) {
    const program = `${ROOT}/apps/${name}/dist/main.js`;
    const one = () => Server.start(this.dataDir, program, [], this.environment);
    const started = await Promise.all(Array.from({ length: times }, one));
    this.processes.push(...started);
    return (this[name] = started[0]);
  }

  /** Starts the remaining processes and waits until the views are up to date. */
  async startAll() {
    if (this.query) return;
    if (!this.relay) await this.start('relay', 2);
    await this.start('sales');
    for (const name of ['service', 'query', 'audit']) await this.start(name);
    await this.start('projector', 2);
    const first = this.processes.find(({ printed }) => printed().includes('one-time password'));
    await this.signIn(first);
    await this.query.caughtUp(this.head);
  }

  /** Signs in at sales; all processes accept its token. */
  async signIn({ printed }) {
    this.sales.printed = printed;
    const { token } = await this.sales.signIn();
    for (const each of this.processes) each.token = token;
  }

  async stop() {
    await Promise.all(this.processes.map((each) => each.stop()));
    await Promise.all(this.engines.map((engine) => engine.stop()));
  }
}

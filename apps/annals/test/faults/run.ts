import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Engines } from '../apart/engines.js';
import { Exchange } from '../apart/exchange.js';
import { Installation } from '../apart/installation.js';
import { Orders } from '../apart/orders.js';
import { Process } from '../apart/process.js';
import { enginesOf, processesOf, type Victim } from '../apart/victims.js';
import { Load } from '../load.js';
import { Clock } from './clock.js';
import { behind, healed } from './healing.js';
import { Leavers } from './leavers.js';
import { linesOf, planOf, type Plan } from './plan.js';
import { Poison } from './poison.js';
import { Strangers } from './strangers.js';
import { begin, strikeBy, watched, type Quit } from './strikes.js';

const NAMES = ['query', 'sales', 'service', 'audit', 'projector', 'projector', 'relay', 'relay'];
const SETTINGS = {
  ...{ PROJECTOR_LANES: '2', RELAY_LANES: '2', LEASE_SECONDS: '2', TOKEN_MINUTES: '1440' },
  ...{ RATE_LIMIT_PER_MINUTE: '0', SIGN_IN_LIMIT_PER_MINUTE: '0' },
};
const PATIENCE = 5_000; // ms of a client
const WRITERS = 4;
const PAUSE = 100; // ms after each command: a quick machine is not asked for more than its views can follow

const say = (line: string) => process.stdout.write(`${line}\n`);

/** A distributed installation, with separate engines, that suffers the faults of a plan. */
export class Run {
  private readonly folder = mkdtempSync(join(tmpdir(), 'annals-faults-'));
  private readonly over = new AbortController();
  environment: Readonly<Record<string, string>> = {};
  installation!: Installation;
  exchange!: Exchange;
  orders!: Orders;
  load!: Load;
  leavers!: Leavers;
  poison!: Poison;
  strangers!: Strangers;
  quits: readonly Quit[] = [];
  /** Seconds from the end of the strikes until every process was ready. */
  readyAfter = Infinity;

  constructor(
    private readonly seed: number,
    private readonly minutes: number,
  ) {}

  /** Returns when everything is started again and every command is answered. */
  async carryOut() {
    const engines = await Engines.startLater();
    this.environment = { DATA_DIR: this.folder, ...SETTINGS, ...engines.environment };
    this.installation = new Installation(this.environment, NAMES);
    const servers = enginesOf(engines).map(watched);
    const processes = processesOf(this.installation);
    const victims = [...servers, ...processes];
    const names = { engines: servers.map(({ name }) => name), processes: processes.map(({ name }) => name) };
    const plan = planOf({ seed: this.seed, minutes: this.minutes, ...names });
    say(linesOf(plan).join('\n'));

    for (const each of this.installation.processes)
      each.onCollapse = () => {
        say(each.collapses.at(-1)!);
        each.launch(); // so that the run goes on
      };
    await begin(plan, victims);
    await Promise.all(this.installation.processes.map(({ answers }) => answers));
    await this.installation.claim();
    await this.beginLoad(engines, servers.find(({ name }) => name === 'MongoDB')!.wasAwaySince);
    const clock = new Clock();
    const end = this.minutes * 60;
    const whileItLasts = async (seconds: number, act: () => Promise<unknown>) => {
      for (let at = seconds; at < end && !this.over.signal.aborted; at = Math.max(at + seconds, clock.now)) {
        await clock.until(at);
        await act();
      }
    };
    await Promise.all([
      this.suffer(plan, victims, clock.until(end)),
      whileItLasts(3, () => this.orders.send(5)),
      whileItLasts(4, () => this.poison.send()),
      whileItLasts(5, () => this.strangers.write()),
      whileItLasts(10, () => this.leavers.leave(5)),
    ]);
    await this.load.end();
    say(this.figures());
    say(behind(this.load.failed, this.installation.processes));
  }

  /** Returns when every process is ready after the faults. */
  private async suffer(plan: Plan, victims: readonly Victim[], end: Promise<void>) {
    [this.quits] = await Promise.all([strikeBy(plan, victims, this.over.signal), end]);
    const healing = new Clock();
    await healed(this.installation.processes);
    this.readyAfter = healing.now;
  }

  async end() {
    this.over.abort();
    Load.abandonAll();
    await Process.killAll();
    await Engines.stopAll();
    rmSync(this.folder, { recursive: true });
  }

  private async beginLoad({ kafka, log }: Engines, wasAwaySince: (time: number) => boolean) {
    const { client } = this.installation;
    this.exchange = new Exchange(kafka.brokers);
    this.orders = new Orders(client, this.exchange);
    this.poison = new Poison(this.exchange, kafka.brokers);
    this.strangers = new Strangers(log.url);
    this.leavers = new Leavers(client, this.over.signal, wasAwaySince);
    await this.orders.begin();
    client.patience = PATIENCE;
    this.load = new Load(client, WRITERS, PAUSE);
  }

  private figures() {
    const { load, orders, poison, strangers, leavers, quits, readyAfter } = this;
    const slowest = quits.toSorted((one, other) => other.took - one.took).slice(0, 3);
    return [
      `${load.acknowledged.length} commands acknowledged, ${load.rejected.length} refused`,
      `${orders.sent.length} orders and payments, ${poison.sent} dead letters, ${strangers.written} events of others`,
      `${leavers.left} credentials ended, ${leavers.acknowledged.length} commands before, ${leavers.rejected.length} refused`,
      `${quits.length} SIGTERM, the slowest: ${slowest.map(({ name, took }) => `${name} ${took.toFixed(1)} s`).join(', ')}`,
      `ready ${readyAfter.toFixed(1)} s after the last strike`,
    ].join('; ');
  }
}

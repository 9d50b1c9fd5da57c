import { Client } from '../client.js';
import { Process, type Environment } from './process.js';
import { routeOf } from './routes.js';

const PASSWORD = 'correct horse battery staple';

/** With log and views on servers, each process has a separate data folder, as on a separate machine. */
const onMachine = (environment: Environment, machine: number): Environment => {
  const { DATA_DIR: folder, EVENT_STORE_URL: log, READ_STORE_URL: views } = environment;
  return log && views ? { ...environment, DATA_DIR: `${folder}/machine-${machine}` } : environment;
};

/** A distributed installation; all processes have the same `environment`, apart from the data folder. */
export class Installation {
  /** An administrator. */
  readonly client: Client;
  readonly processes: readonly Process[];

  /** Nothing is started yet. */
  constructor(
    readonly environment: Environment,
    names: readonly string[],
  ) {
    this.processes = names.map((name, machine) => new Process(name, onMachine(environment, machine)));
    this.client = new Client('', (method, path) => this.of(routeOf(`${method} ${path.split('?')[0]!}`).process).url);
  }

  /** Starts all processes at once, like an orchestrator; a repeated name starts another instance. */
  static async start(environment: Environment, names: readonly string[]): Promise<Installation> {
    const installation = new Installation(environment, names);
    await Promise.all(installation.processes.map((each) => each.start()));
    await installation.claim();
    return installation;
  }

  /** The administrator, whose password every process has printed, signs in. */
  async claim() {
    const passwords = new Set(this.processes.flatMap(({ oneTimePassword }) => oneTimePassword ?? []));
    if (passwords.size !== 1) throw new Error(`${passwords.size} passwords of the first administrator were printed.`);
    await this.client.claim([...passwords][0]!, PASSWORD);
  }

  /** The first process with the name. */
  of(name: string): Process {
    return this.processes.find((each) => each.name === name)!;
  }

  async stop() {
    await Promise.all(this.processes.map((each) => each.stop()));
  }
}

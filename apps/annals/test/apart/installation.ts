import { Client } from '../client.js';
import { Process, type Environment } from './process.js';
import { routeOf } from './routes.js';

const PASSWORD = 'correct horse battery staple';

/** An Annals whose processes run apart; `environment` is that of all of them. */
export class Installation {
  /** An administrator. */
  readonly client: Client;
  readonly processes: readonly Process[];

  private constructor(
    readonly environment: Environment,
    names: readonly string[],
  ) {
    this.processes = names.map((name) => new Process(name, environment));
    this.client = new Client('', (method, path) => this.of(routeOf(`${method} ${path.split('?')[0]!}`).process).url);
  }

  /** All at once, as an orchestrator starts them; a name that comes twice is two processes. */
  static async start(environment: Environment, names: readonly string[]): Promise<Installation> {
    const installation = new Installation(environment, names);
    await Promise.all(installation.processes.map((each) => each.start()));
    const passwords = installation.processes.flatMap(({ oneTimePassword }) => oneTimePassword ?? []);
    if (passwords.length !== 1) throw new Error(`${passwords.length} processes have made the first administrator.`);
    await installation.client.claim(passwords[0]!, PASSWORD);
    return installation;
  }

  /** The first of its name. */
  of(name: string): Process {
    return this.processes.find((each) => each.name === name)!;
  }

  async stop() {
    await Promise.all(this.processes.map((each) => each.stop()));
  }
}

import { commandFrom } from '@annals/command-bus/forms';
import { Configuration } from '@annals/configuration';
import { EngineContact, EventStore, ViewStore } from '@annals/event-sourcing';
import { describeFault } from '@annals/http';
import { PolicyRunner, Views, type Report } from '@annals/projecting';
import type { Catalogue } from '@annals/slice';
import { Global, Injectable, Logger, Module, type DynamicModule } from '@nestjs/common';
import type { OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { finished } from './ending.js';

type Acting = Pick<Catalogue, 'commands' | 'policies'>;

const logger = new Logger('Policies');

/** Lines of the program's log; messages of errors are left out, because they may quote personal data. */
const tell = (report: Report) => {
  const again = report.repeated > 0 ? ` (${report.repeated} times more since the last line)` : '';
  if (report.kind === 'refused')
    logger.warn(`${report.policy}: ${report.command} was refused: ${report.code}${again}.`);
  else logger.error(`${report.policy} failed and is tried again${again}: ${describeFault(report.error)}`);
};

/** The runner of the policies. The process that imports it carries out the commands that they send. */
@Global()
@Module({})
export class PoliciesModule {
  /** For a program that has what is due done by hand. */
  static atHand(catalogue: Acting): DynamicModule {
    const runner = {
      provide: PolicyRunner,
      inject: [EventStore, ViewStore, Views, CommandBus, Configuration],
      useFactory: (log: EventStore, documents: ViewStore, views: Views, bus: CommandBus, settings: Configuration) =>
        new PolicyRunner(log, documents, views, catalogue.policies, {
          owner: `${hostname()}/${process.pid}/${randomUUID()}`,
          ttl: settings.leaseSeconds * 1_000,
          send: ({ type, fields }, origin) => bus.execute(commandFrom({ ...fields }, formOf(catalogue, type), origin)),
          report: tell,
        }),
    };
    return { module: PoliciesModule, providers: [runner], exports: [PolicyRunner] };
  }

  /** For a process that runs them as long as it lives. */
  static running(catalogue: Acting): DynamicModule {
    const { providers = [], ...rest } = PoliciesModule.atHand(catalogue);
    return { ...rest, providers: [...providers, Running] };
  }
}

const formOf = ({ commands }: Acting, type: string) => {
  const known = commands.get(type);
  if (!known) throw new Error(`There is no command ${type}.`);
  return known.command;
};

@Injectable()
class Running implements OnApplicationBootstrap, OnModuleDestroy {
  constructor(
    private readonly policies: PolicyRunner,
    private readonly contact: EngineContact,
  ) {}

  async onApplicationBootstrap() {
    await this.policies.start();
  }

  async onModuleDestroy() {
    await finished(this.policies.stop(), this.contact);
  }
}

import { AccessModule, DirectoryUsers, RolePolicy } from '@annals/access';
import { AuthModule, type AccountStore } from '@annals/auth';
import { BulkModule, CommandGate, OpenGate, type Commands } from '@annals/http';
import type { ProjectionRunner, ViewStatus } from '@annals/projecting';
import { CountingEventStore, Metrics, openTracing, TelemetryModule } from '@annals/telemetry';
import { Global, Module, type DynamicModule, type Type } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { EngineModule } from './engine.module.js';
import type { Engine } from './engine.js';
import { RecordedApiKeys, RecordedApiKeysModule } from './recorded-api-keys.js';
import { handlersModule } from './slice-modules.js';

/** What one process of an installation does. */
export type Parts = {
  readonly modules: readonly (Type | DynamicModule)[];
  /** Those that may come in bulk, by their type; none unless told. */
  readonly commands?: Commands;
  /** What keeps the views, if this process does. */
  readonly runner?: ProjectionRunner;
};

/** A process that people and programs ask over HTTP. */
@Module({})
export class ServiceModule {
  static with(engine: Engine, accounts: AccountStore, { modules, commands, runner }: Parts): DynamicModule {
    const { keys, configuration, log } = engine;
    const health = { views: () => runner?.status() ?? reachable(engine) };
    const metrics = new Metrics(health);
    const tracing = () => openTracing(configuration.tracing);
    const measured = { ...engine, log: new CountingEventStore(log, metrics) };
    return {
      module: ServiceModule,
      imports: [
        CqrsModule.forRoot(),
        EngineModule.with(measured, runner),
        handlersModule(engine.catalogue),
        AuthModule.with({
          ...configuration,
          ...{ accounts, policy: RolePolicy, users: DirectoryUsers, apiKeyFacts: RecordedApiKeys },
          tokenKey: keys.token,
        }),
        RecordedApiKeysModule,
        TelemetryModule.with({ health, metrics, lagLimit: configuration.lagLimit, tracing }),
        AccessModule,
        ...(commands ? [BulkModule.with(commands)] : []),
        ...modules,
      ],
    };
  }
}

/** Where the views are is the business of whoever keeps them. Throws if the stores cannot be read. */
const reachable = async ({ log, documents }: Engine): Promise<readonly ViewStatus[]> => {
  await Promise.all([log.head(), documents.collections()]);
  return [];
};

@Global()
@Module({ providers: [{ provide: CommandGate, useClass: OpenGate }], exports: [CommandGate] })
class OperatorModule {}

/** A program that its operator runs: no door, no guard. */
@Module({})
export class ProgramModule {
  static with(engine: Engine, { modules }: Pick<Parts, 'modules'>): DynamicModule {
    return {
      module: ProgramModule,
      imports: [
        CqrsModule.forRoot(),
        EngineModule.with(engine),
        handlersModule(engine.catalogue),
        OperatorModule,
        ...modules,
      ],
    };
  }
}

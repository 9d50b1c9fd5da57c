import { AccessModule, DirectoryUsers, RolePolicy } from '@annals/access';
import { AuthModule } from '@annals/auth';
import { BulkModule, CommandGate, OpenGate, type ServedCertificate } from '@annals/http';
import { LogCondition } from '@annals/event-sourcing';
import { ReceiptNotesModule } from '@annals/queries';
import { knownFaults, type ViewStatus } from '@annals/projecting';
import { CountingEventStore, Metrics, openTracing, TelemetryModule } from '@annals/telemetry';
import { Global, Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { collisionsIn } from './collisions.js';
import { EngineModule } from './engine.module.js';
import { draftFormsOf } from './draft-forms.js';
import type { Engine } from './engine.js';
import { LogWatch } from './log-watch.js';
import { IdentifiersModule } from './identifiers.module.js';
import type { Parts } from './parts.js';
import { RecordedApiKeys, RecordedApiKeysModule } from './recorded-api-keys.js';
import { reserveWords } from './reserved-words.js';
import { handlersModule } from './slice-modules.js';

/** The root module of a process that serves HTTP. */
@Module({})
export class ServiceModule {
  static with(engine: Engine, { modules, commands, runner }: Parts, certificate?: ServedCertificate): DynamicModule {
    const { accounts, records, keys, configuration, log } = engine;
    reserveWords(engine.catalogue);
    const { engines } = engine;
    const health = {
      views: () => runner?.status() ?? reachable(engine),
      collisions: () => collisionsIn(engine.documents),
      ...(runner && { passedOver: () => runner.passedOver() }),
      faults: () => knownFaults(engine.documents),
      engines: () => engines.troubles(),
      ...(certificate && { certificate: () => certificate.status }),
    };
    const metrics = new Metrics(health);
    const tracing = () => openTracing(configuration.tracing);
    const measured = { ...engine, log: new CountingEventStore(log, metrics, engines) };
    return {
      module: ServiceModule,
      imports: [
        LogModule.with(new LogWatch(engine, { checking: runner !== undefined })),
        CqrsModule.forRoot(),
        EngineModule.with(measured, runner),
        handlersModule(engine.catalogue),
        IdentifiersModule.with(engine, { starting: commands !== undefined }),
        AuthModule.with({
          ...configuration,
          ...{ accounts, records, policy: RolePolicy, users: DirectoryUsers, apiKeyFacts: RecordedApiKeys },
          draftForms: draftFormsOf(engine.catalogue),
          tokenKey: keys.token,
        }),
        RecordedApiKeysModule,
        TelemetryModule.with({ health, metrics, lagLimit: configuration.lagLimit, tracing }),
        AccessModule,
        ReceiptNotesModule,
        ...(commands ? [BulkModule.with(commands)] : []),
        ...modules,
      ],
    };
  }
}

/** What is known of the condition of the log. */
@Global()
@Module({})
class LogModule {
  static with(watch: LogWatch): DynamicModule {
    return { module: LogModule, providers: [{ provide: LogCondition, useValue: watch }], exports: [LogCondition] };
  }
}

/** The health of a process that does not keep views: it reports none. Throws if the stores cannot be read. */
const reachable = async ({ log, documents }: Engine): Promise<readonly ViewStatus[]> => {
  await Promise.all([log.head(), documents.collections()]);
  return [];
};

@Global()
@Module({ providers: [{ provide: CommandGate, useClass: OpenGate }], exports: [CommandGate] })
class OperatorModule {}

/** The root module of a command line program: without HTTP and access control. */
@Module({})
export class ProgramModule {
  static with(engine: Engine, { modules }: Pick<Parts, 'modules'>): DynamicModule {
    reserveWords(engine.catalogue);
    return {
      module: ProgramModule,
      imports: [
        CqrsModule.forRoot(),
        EngineModule.with(engine),
        handlersModule(engine.catalogue),
        IdentifiersModule.with(engine, { starting: false, patience: Infinity }),
        OperatorModule,
        ...modules,
      ],
    };
  }
}

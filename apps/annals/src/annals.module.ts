import { AccessModule, DirectoryUsers, RolePolicy } from '@annals/access';
import { AuthModule, type AccountStore } from '@annals/auth';
import { AccountsModule } from '@annals/domain-accounts';
import { ComplaintsModule } from '@annals/domain-complaints';
import { ContactsModule } from '@annals/domain-contacts';
import { CustomersModule } from '@annals/domain-customers';
import { DealsModule } from '@annals/domain-deals';
import { LifecycleModule, SilencePolicy } from '@annals/domain-lifecycle';
import { OrganisationModule } from '@annals/domain-organisation';
import { BulkModule, CommandGate, OpenGate } from '@annals/http';
import { Projector, type ProjectionRunner } from '@annals/projecting';
import { ProjectionsModule, QueriesModule } from '@annals/queries';
import { CountingEventStore, Metrics, TelemetryModule } from '@annals/telemetry';
import { Global, Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { commands } from './catalogue.js';
import { EngineModule } from './engine.module.js';
import type { Engine } from './engine.js';
import { RecordedApiKeys, RecordedApiKeysModule } from './recorded-api-keys.js';

const slices = [CustomersModule, ContactsModule, DealsModule, ComplaintsModule, AccountsModule, OrganisationModule];

@Global()
@Module({ providers: [{ provide: CommandGate, useClass: OpenGate }], exports: [CommandGate] })
class OperatorModule {}

/** Every command, for programs of the command line. */
@Module({})
export class WritingModule {
  static with(engine: Engine): DynamicModule {
    return {
      module: WritingModule,
      imports: [CqrsModule.forRoot(), EngineModule.with(engine), OperatorModule, ...slices],
      providers: [SilencePolicy],
    };
  }
}

const inThisThread = ({ log, documents, projections }: Engine) => new Projector(log, documents, projections);

/** All of Annals in one process. */
@Module({})
export class AnnalsModule {
  /** The views are kept in this thread unless a `runner` is told. */
  static with(engine: Engine, accounts: AccountStore, runner: ProjectionRunner = inThisThread(engine)): DynamicModule {
    const { keys, configuration, log } = engine;
    const health = { views: () => runner.status() };
    const metrics = new Metrics(health);
    const measured = { ...engine, log: new CountingEventStore(log, metrics) };
    return {
      module: AnnalsModule,
      imports: [
        CqrsModule.forRoot(),
        EngineModule.with(measured, runner),
        AuthModule.with({
          ...configuration,
          ...{ accounts, policy: RolePolicy, users: DirectoryUsers, apiKeyFacts: RecordedApiKeys },
          tokenKey: keys.token,
        }),
        RecordedApiKeysModule,
        TelemetryModule.with({ health, metrics, lagLimit: configuration.lagLimit }),
        ...slices,
        AccessModule,
        BulkModule.with(commands),
        LifecycleModule,
        QueriesModule,
        ProjectionsModule,
      ],
    };
  }
}

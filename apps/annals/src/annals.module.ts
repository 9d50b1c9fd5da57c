import { AccessModule, DirectoryUsers, RolePolicy } from '@annals/access';
import { AuthModule, type AccountStore } from '@annals/auth';
import { AccountsModule } from '@annals/domain-accounts';
import { ComplaintsModule } from '@annals/domain-complaints';
import { ContactsModule } from '@annals/domain-contacts';
import { CustomersModule } from '@annals/domain-customers';
import { DealsModule } from '@annals/domain-deals';
import { LifecycleModule, SilencePolicy } from '@annals/domain-lifecycle';
import { OrganisationModule } from '@annals/domain-organisation';
import { BulkModule } from '@annals/http';
import { Projector } from '@annals/projecting';
import { ProjectionsModule, QueriesModule } from '@annals/queries';
import { CountingEventStore, Metrics, TelemetryModule } from '@annals/telemetry';
import { Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { commands } from './catalogue.js';
import { EngineModule } from './engine.module.js';
import type { Engine } from './engine.js';
import { RecordedApiKeys, RecordedApiKeysModule } from './recorded-api-keys.js';

const slices = [CustomersModule, ContactsModule, DealsModule, ComplaintsModule, AccountsModule, OrganisationModule];

/** Every command, for programs of the command line. */
@Module({})
export class WritingModule {
  static with(engine: Engine): DynamicModule {
    return {
      module: WritingModule,
      imports: [CqrsModule.forRoot(), EngineModule.with(engine), ...slices],
      providers: [SilencePolicy],
    };
  }
}

/** All of Annals in one process. */
@Module({})
export class AnnalsModule {
  static with(engine: Engine, accounts: AccountStore): DynamicModule {
    const { keys, configuration, log, documents, projections } = engine;
    const projector = new Projector(log, documents, projections);
    const health = { views: () => projector.status() };
    const metrics = new Metrics(health);
    const measured = { ...engine, log: new CountingEventStore(log, metrics) };
    return {
      module: AnnalsModule,
      imports: [
        CqrsModule.forRoot(),
        EngineModule.with(measured, projector),
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

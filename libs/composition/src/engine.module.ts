import { OwnAppends } from '@annals/access';
import { NAMING } from '@annals/command-bus/handlers';
import { Configuration } from '@annals/configuration';
import { BlobStore, EngineContact, EventStore, RecordStore, ViewStore } from '@annals/event-sourcing';
import { PROJECTED_LOG, ProjectionRunner, StoredViews, Views } from '@annals/projecting';
import { CATALOGUE } from '@annals/slice';
import { EngineWatch } from '@annals/telemetry';
import {
  Global,
  Module,
  type DynamicModule,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import type { Engine } from './engine.js';
import { EnginePing } from './engine-ping.js';
import { finished } from './ending.js';
import { patiently } from './patient.js';
import { projectedLog } from './projected-log.js';
import { closeStores } from './stores.js';

const RUNNING = Symbol('Running');
const PING = Symbol('Ping');

/** Provides stores and views. A `runner` is started and stopped with the application; the stores are closed last. */
@Global()
@Module({})
export class EngineModule {
  static with(engine: Engine, runner?: ProjectionRunner): DynamicModule {
    const { configuration, naming, log, documents, records, blobs, catalogue, engines } = engine;
    const isCutOff = () => engines.awaySince('log') !== undefined;
    const appends = new OwnAppends();
    const running = runner && [
      { provide: ProjectionRunner, useValue: runner },
      { provide: RUNNING, useValue: new Running(engine, runner) },
    ];
    return {
      module: EngineModule,
      providers: [
        ...(running ?? []),
        { provide: Configuration, useValue: configuration },
        { provide: EventStore, useValue: appends.watching(log) },
        { provide: OwnAppends, useValue: appends },
        { provide: PROJECTED_LOG, useValue: projectedLog(engine) },
        { provide: ViewStore, useValue: documents },
        { provide: RecordStore, useValue: records },
        { provide: BlobStore, useValue: blobs },
        { provide: NAMING, useValue: naming },
        { provide: CATALOGUE, useValue: catalogue },
        { provide: Views, useValue: new StoredViews(documents, runner?.positions, isCutOff) },
        { provide: EngineContact, useValue: engines },
        { provide: EngineWatch, useValue: engines },
        { provide: PING, useValue: new EnginePing(engine) },
      ],
      exports: [
        Configuration,
        EventStore,
        OwnAppends,
        PROJECTED_LOG,
        ViewStore,
        RecordStore,
        BlobStore,
        NAMING,
        CATALOGUE,
        Views,
        EngineContact,
        EngineWatch,
        ...(runner ? [ProjectionRunner] : []),
      ],
    };
  }
}

/** Nest calls it at the start of the application and after the last request. */
class Running implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(
    private readonly engine: Engine,
    private readonly runner: ProjectionRunner,
  ) {}

  async onApplicationBootstrap() {
    await patiently(() => this.runner.start());
  }

  async onApplicationShutdown() {
    await finished(this.runner.stop(), this.engine.engines);
    await closeStores(this.engine);
  }
}

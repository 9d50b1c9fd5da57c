import { NAMING } from '@annals/command-bus';
import { Configuration } from '@annals/configuration';
import { DocumentStore, EventStore } from '@annals/event-sourcing';
import { Projector, StoredViews, Views } from '@annals/projecting';
import {
  Global,
  Module,
  type DynamicModule,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { closeEngine, type Engine } from './engine.js';

const RUNNING = Symbol('Running');

/** The stores and the views; a `projector` runs as long as the application, and the stores are closed after it. */
@Global()
@Module({})
export class EngineModule {
  static with(engine: Engine, projector?: Projector): DynamicModule {
    const { configuration, naming, log, documents } = engine;
    const running = projector && [
      { provide: Projector, useValue: projector },
      { provide: RUNNING, useValue: new Running(engine, projector) },
    ];
    return {
      module: EngineModule,
      providers: [
        ...(running ?? []),
        { provide: Configuration, useValue: configuration },
        { provide: EventStore, useValue: log },
        { provide: DocumentStore, useValue: documents },
        { provide: NAMING, useValue: naming },
        { provide: Views, useValue: new StoredViews(documents, projector?.positions) },
      ],
      exports: [Configuration, EventStore, DocumentStore, NAMING, Views, ...(projector ? [Projector] : [])],
    };
  }
}

/** Nest calls this when the application starts, and when every request is finished. */
class Running implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(
    private readonly engine: Engine,
    private readonly projector: Projector,
  ) {}

  async onApplicationBootstrap() {
    await this.projector.start();
  }

  async onApplicationShutdown() {
    await this.projector.stop();
    await closeEngine(this.engine);
  }
}

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

/** The stores and the views, and with `projecting` the projector that keeps them at the end of the log. */
@Global()
@Module({})
export class EngineModule {
  static with(engine: Engine, { projecting = false } = {}): DynamicModule {
    const { configuration, naming, log, documents, projections } = engine;
    const projector = new Projector(log, documents, projections);
    return {
      module: EngineModule,
      providers: [
        ...(projecting ? [{ provide: RUNNING, useValue: new Running(engine, projector) }] : []),
        { provide: Configuration, useValue: configuration },
        { provide: EventStore, useValue: log },
        { provide: DocumentStore, useValue: documents },
        { provide: NAMING, useValue: naming },
        { provide: Projector, useValue: projector },
        { provide: Views, useValue: new StoredViews(documents, projector.positions) },
      ],
      exports: [Configuration, EventStore, DocumentStore, NAMING, Projector, Views],
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

import { AccessModule } from '@annals/access';
import { Configuration } from '@annals/configuration';
import { EngineContact, ViewStore } from '@annals/event-sourcing';
import { describeFault } from '@annals/http';
import {
  Logger,
  Module,
  type DynamicModule,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
  type Provider,
} from '@nestjs/common';
import { ImportDesk, REVIEW, type ReviewMapping } from './desk.js';
import { ImportWorkController } from './import-work.controller.js';
import { ImportWorkers } from './import-work.js';
import { Imports } from './imports.js';
import { Previews } from './previews.js';
import { ImportRunner } from './runner.js';
import { Tasks } from './tasks.js';
import { Uploads } from './uploads.js';

const logger = new Logger('Imports');
const NOTE = 500; // ms

/** How a process works on imports. */
export type ImportParts = {
  readonly workers: (settings: Configuration) => ImportWorkers;
  readonly review: ReviewMapping;
  /** Waits for the end of work when the process stops, as long as that is possible. */
  readonly finished: (work: Promise<void>, contact: EngineContact) => Promise<void>;
};

const runner: Provider = {
  provide: ImportRunner,
  inject: [Tasks, ViewStore, ImportWorkers, Configuration],
  useFactory: (tasks: Tasks, leases: ViewStore, workers: ImportWorkers, { leaseSeconds }: Configuration) => {
    const ttl = leaseSeconds * 1_000;
    const failed = (error: unknown) => logger.error(`An import was interrupted and goes on: ${describeFault(error)}`);
    return new ImportRunner(tasks, leases, workers, { ttl, wait: ttl / 2, note: NOTE, failed });
  },
};

class Running implements OnApplicationBootstrap, OnModuleDestroy {
  constructor(
    private readonly imports: ImportRunner,
    private readonly ended: () => Promise<void>,
  ) {}

  onApplicationBootstrap() {
    this.imports.start();
  }

  onModuleDestroy() {
    return this.ended();
  }
}

const running = ({ finished }: ImportParts): Provider => ({
  provide: Running,
  inject: [ImportRunner, EngineContact],
  useFactory: (imports: ImportRunner, contact: EngineContact) =>
    new Running(imports, () => finished(imports.stop(), contact)),
});

/** Files to import, and the work on them. The process provides the stores, the `Configuration` and the catalogue. */
@Module({})
export class ImportWorkModule {
  static with(parts: ImportParts): DynamicModule {
    return {
      module: ImportWorkModule,
      imports: [AccessModule],
      controllers: [ImportWorkController],
      providers: [
        ...[Uploads, Previews, ImportDesk, Imports, Tasks, runner, running(parts)],
        { provide: REVIEW, useValue: parts.review },
        { provide: ImportWorkers, inject: [Configuration], useFactory: parts.workers },
      ],
    };
  }
}

import { RESERVABLE } from '@annals/command-bus/handlers';
import { describeFault } from '@annals/http';
import { Global, Injectable, Logger, Module, type DynamicModule } from '@nestjs/common';
import type { OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';
import { collisionsIn, holdersIn } from './collisions.js';
import { finished } from './ending.js';
import type { Engine } from './engine.js';
import { IdentifierUpgrade } from './identifier-upgrade.js';
import type { IdentifierUpgradeOptions } from './identifier-upgrade.options.js';

const logger = new Logger('Identifiers');

const report: IdentifierUpgradeOptions['report'] = ({ isDone, position, shared }) => {
  if (!isDone) logger.log(`Unique values are being reserved anew after an upgrade, from position ${position}.`);
  else if (shared > 0) logger.warn(`${shared} unique values belong to several records. ${SETTLE}`);
  else logger.log('Unique values are reserved anew.');
};

const SETTLE = 'GET /v1/identifiers/collisions lists them.';

/** Commands reserve unique values only when those of the log are reserved by the rules of this program. */
@Global()
@Module({})
export class IdentifiersModule {
  /** `starting`: whether the upgrade begins with the program, not only when a command needs it. */
  static with(
    engine: Engine,
    { starting, patience }: { readonly starting: boolean; readonly patience?: number },
  ): DynamicModule {
    const upgrade = new IdentifierUpgrade(engine, {
      ...(patience === undefined ? {} : { patience }),
      ttl: engine.configuration.leaseSeconds * 1_000,
      report,
      failed: (error) => logger.error(`Reserving unique values failed and is tried again: ${describeFault(error)}`),
    });
    return {
      module: IdentifiersModule,
      providers: [
        { provide: IdentifierUpgrade, useValue: upgrade },
        { provide: RESERVABLE, useValue: upgrade.ready },
        { provide: Running, useValue: new Running(upgrade, engine, starting) },
      ],
      exports: [IdentifierUpgrade, RESERVABLE],
    };
  }
}

@Injectable()
class Running implements OnApplicationBootstrap, OnModuleDestroy {
  constructor(
    private readonly upgrade: IdentifierUpgrade,
    private readonly engine: Engine,
    private readonly starting: boolean,
  ) {}

  /** What it begins goes on in the background: a start never waits for it. */
  onApplicationBootstrap() {
    if (this.starting) this.upgrade.startAndReview(() => this.left());
  }

  private async left(): Promise<readonly string[]> {
    const collisions = await collisionsIn(this.engine.documents);
    if (collisions === 0) return [];
    logger.warn(`${collisions} unique values belong to several records. ${SETTLE}`);
    return holdersIn(this.engine.documents);
  }

  async onModuleDestroy() {
    await finished(this.upgrade.stop(), this.engine.engines);
  }
}

import { Logger, Module, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { SilencePolicy } from './silence.policy.js';

const EVERY = 60_000; // ms

/** Keeps the clock of one installation: in how many processes it runs does not matter, as its events are written once. */
@Module({ providers: [SilencePolicy], exports: [SilencePolicy] })
export class LifecycleModule implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger(LifecycleModule.name);
  private timer: NodeJS.Timeout | undefined;
  private running = Promise.resolve();

  constructor(private readonly silence: SilencePolicy) {}

  onApplicationBootstrap() {
    const tick = () => void (this.running = this.tick());
    this.timer = setInterval(tick, EVERY).unref();
  }

  async onModuleDestroy() {
    clearInterval(this.timer);
    await this.running;
  }

  private async tick() {
    try {
      const noted = await this.silence.tick(new Date());
      if (noted > 0) this.log.log(`${noted} customers were silent for too long.`);
    } catch (error) {
      this.log.error(error); // the next tick does what this one left
    }
  }
}

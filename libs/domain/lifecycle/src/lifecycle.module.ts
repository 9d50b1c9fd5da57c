import { describeFault } from '@annals/http';
import { Logger, Module, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { setTimeout as delay } from 'node:timers/promises';
import { SilencePolicy } from './silence.policy.js';

const EVERY = 60_000; // ms

@Module({ providers: [SilencePolicy], exports: [SilencePolicy] })
export class SilenceModule {}

/** Keeps the clock of one installation: in how many processes it runs does not matter, as its events are written once. */
@Module({ imports: [SilenceModule], exports: [SilenceModule] })
export class LifecycleModule implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger(LifecycleModule.name);
  private readonly stop = new AbortController();
  private running = Promise.resolve();

  constructor(private readonly silence: SilencePolicy) {}

  /** Nobody waits for the first tick: the views may have a long way to go. */
  onApplicationBootstrap() {
    this.running = this.keepTime(this.stop.signal);
  }

  async onModuleDestroy() {
    this.stop.abort();
    await this.running;
  }

  private async keepTime(signal: AbortSignal) {
    while (!signal.aborted) {
      await this.tick();
      await delay(EVERY, undefined, { signal, ref: false }).catch(() => undefined); // it was stopped
    }
  }

  private async tick() {
    try {
      const noted = await this.silence.tick(new Date());
      if (noted > 0) this.log.log(`${noted} customers were silent for too long.`);
    } catch (error) {
      this.log.error(describeFault(error)); // the next tick does what this one left
    }
  }
}

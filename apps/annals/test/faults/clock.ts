import { setTimeout as delay } from 'node:timers/promises';

/** Seconds since it was made. */
export class Clock {
  private readonly began = performance.now();

  get now() {
    return (performance.now() - this.began) / 1_000;
  }

  /** Returns at once if the moment has passed. */
  async until(second: number) {
    await delay(Math.max(0, (second - this.now) * 1_000));
  }
}

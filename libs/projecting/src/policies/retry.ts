import type { Place, Trouble } from './place.js';
import type { PolicyOptions } from './policy-options.js';

/** Growing delays while a policy keeps failing. The error is stored, so that every process can show it. */
export class Retry {
  private wait = 0;
  private trouble: Trouble | null | undefined;

  constructor(
    private readonly options: Pick<PolicyOptions, 'waits' | 'random' | 'time'>,
    private readonly place: Place,
  ) {}

  async succeeded() {
    this.wait = 0;
    if (this.trouble !== null) await this.tell(null);
  }

  /** Waits half of the doubled delay plus a random part of the other half, so that processes do not retry all at once. */
  async failed(error: unknown, signal: AbortSignal) {
    const { waits, random, time } = this.options;
    const message = error instanceof Error ? error.message : String(error);
    if (this.trouble?.message !== message) await this.tell({ message, since: time.now().toISOString() });
    this.wait = Math.min(Math.max(this.wait * 2, waits.first), waits.most);
    await time.sleep((this.wait / 2) * (1 + random()), signal);
  }

  /** A failing store cannot store its own error; storing is retried at the next change. */
  private async tell(trouble: Trouble | null) {
    this.trouble = await this.place.tell(trouble).then(
      () => trouble,
      () => undefined,
    );
  }
}

import type { AllStreamRecordedEvent, AllStreamSubscription, Position } from '@eventstore/db-client';
import { NoAnswer } from './failures.js';
import type { Progress } from './progress.js';

/** Events of a subscription that are not consumed yet. */
export class Inbox {
  private failure: Error | undefined;
  private checkpoint: Position | undefined;
  private bell = Promise.withResolvers<void>();
  private readonly silence: NodeJS.Timeout;

  constructor(
    private readonly subscription: AllStreamSubscription,
    answerWithin: number,
  ) {
    this.silence = setTimeout(() => this.fail(new NoAnswer(answerWithin)), answerWithin);
    subscription.on('confirmation', () => clearTimeout(this.silence));
    subscription.on('readable', this.ring);
    // The listener remains: a later error without a listener would end the process.
    subscription.on('error', (error) => this.fail(error));
    subscription.on('end', () => this.fail(new Error('EventStoreDB has ended the subscription.')));
  }

  readonly ring = () => this.bell.resolve();

  reached(checkpoint: Position) {
    this.checkpoint = checkpoint;
    this.ring();
  }

  take(most: number): AllStreamRecordedEvent[] {
    const events: AllStreamRecordedEvent[] = [];
    while (events.length < most) {
      const resolved = this.subscription.read() as { readonly event?: AllStreamRecordedEvent } | null;
      if (!resolved) break;
      if (resolved.event) events.push(resolved.event);
    }
    return events;
  }

  /** Waits for more after everything was consumed; only then all events before the checkpoint have been seen. */
  async arrival(progress: Progress) {
    if (this.checkpoint) progress.pass(this.checkpoint);
    if (this.failure) throw this.failure;
    await this.bell.promise;
    this.bell = Promise.withResolvers();
  }

  close() {
    clearTimeout(this.silence);
    void this.subscription.unsubscribe().catch(() => undefined);
  }

  private fail(error: Error) {
    this.failure ??= error;
    this.ring();
  }
}

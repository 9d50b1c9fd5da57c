import type { EventStore, FanOut, Origin, Reaction, RecordedEvent } from '@annals/event-sourcing';
import { causeOf } from './causes.js';
import type { Place } from './place.js';
import type { PolicyOptions } from './policy-options.js';
import type { Sending } from './sending.js';
import type { Work } from './work.js';

/** Acts on one event; `false` if it was stopped before it was done. */
export type Act = (event: RecordedEvent, signal: AbortSignal) => Promise<boolean>;

/** Sends the commands of one event. */
export const reacted =
  ({ name, on }: Reaction, sending: Sending): Act =>
  async (event) => {
    const drafts = on[event.type]?.(event) ?? [];
    await sending.all(name, drafts, causeOf.event(name, event), (commandId) => causedBy(event, commandId));
    return true;
  };

/** Follows the log for one policy. After a crash commands are sent again with the same ids. */
export class Reacting implements Work {
  readonly policy: string;
  private readonly types: readonly string[];

  constructor(
    private readonly reaction: Reaction | FanOut,
    private readonly log: EventStore,
    private readonly place: Place,
    private readonly act: Act,
    private readonly options: PolicyOptions,
  ) {
    this.policy = reaction.name;
    this.types = Object.keys(reaction.on);
  }

  async begin() {
    const { from = 'now' } = this.reaction;
    const first = async () => (from === 'beginning' ? 0 : this.log.head());
    return this.place.begin(first, this.options.time.now());
  }

  /** Reads to the end of the log, then follows new events until the next check for missed ones. */
  async turn(signal: AbortSignal, well: () => Promise<void>): Promise<number> {
    const position = await this.catchUp(signal);
    await well();
    const over = new AbortController();
    const either = AbortSignal.any([signal, over.signal]);
    const looked = this.options.time.sleep(this.options.lookEvery, either).then(() => over.abort());
    try {
      await this.take(this.log.follow(position, either, this.reading), position, either);
      if (!either.aborted) throw new Error('The log has ended.');
      return 0;
    } finally {
      over.abort();
      await looked;
    }
  }

  /** Also moves the stored position past unrelated events, so that a start does not read them again. */
  private async catchUp(signal: AbortSignal): Promise<number> {
    const [stored, head] = [await this.begin(), await this.log.head()];
    if (stored > head) return this.moved(stored, head); // the log was restored from a backup
    const position = await this.take(this.log.readAll(stored, this.reading), stored, signal);
    return position < head && !signal.aborted ? this.moved(position, head) : position;
  }

  private async take(batches: AsyncIterable<readonly RecordedEvent[]>, position: number, signal: AbortSignal) {
    for await (const events of batches) {
      position = await this.react(events, position, signal);
      if (signal.aborted) break;
    }
    return position;
  }

  /** The position of the last event whose commands were all sent; it is stored even if the next event failed. */
  private async react(events: readonly RecordedEvent[], position: number, signal: AbortSignal): Promise<number> {
    let done = position;
    try {
      for (const event of events) {
        if (signal.aborted || !(await this.act(event, signal))) break;
        done = event.position;
      }
    } finally {
      await this.place.move(position, done);
    }
    return done;
  }

  private async moved(from: number, to: number) {
    await this.place.move(from, to);
    return to;
  }

  private get reading() {
    return { types: this.types, batch: this.options.batch };
  }
}

/** The origin of a command that an event causes. */
export const causedBy = ({ id, correlationId, occurredAt, traceparent }: RecordedEvent, commandId: string): Origin => ({
  ...{ commandId, correlationId, causationId: id, actor: 'system:policy', source: 'policy', occurredAt },
  ...(traceparent !== undefined && { traceparent }),
});

import type { AnyCommand } from '@annals/command-bus';
import { Rejection, type Event, type RecordedEvent } from '@annals/event-sourcing';
import type { Aggregate, Past } from '@annals/slice';
import { recorded } from '@annals/testing';

/** A command with the aggregate that decides on it. */
export type Given = { readonly aggregate: Aggregate; readonly command: AnyCommand };

type When = { readonly occurredAt: string; readonly recordedAt: string };

/** A log in memory that is written only by rules: without a store, ids and races. */
export class DecidedLog {
  private readonly streams = new Map<string, RecordedEvent[]>();
  private readonly all: RecordedEvent[] = [];

  get events(): readonly RecordedEvent[] {
    return this.all;
  }

  /** The events that a command would add at a moment, or its rejection. */
  outcomeOf({ aggregate, command }: Given, at: Date): readonly Event[] | Rejection {
    try {
      return aggregate.decide(command, this.past({ aggregate, command }), at);
    } catch (error) {
      if (error instanceof Rejection) return error;
      throw error;
    }
  }

  /**
   * Whether all was stored: half the time, a crash comes between the events of another stream and those of the command. `now`
   * is when it is recorded, if it occurred before.
   */
  record({ aggregate, command }: Given, events: readonly Event[], at: Date, now = at): boolean {
    const preceding = aggregate.preceding(command, this.past({ aggregate, command }), events);
    const when = { occurredAt: at.toISOString(), recordedAt: now.toISOString() };
    if (preceding) {
      this.append(preceding.stream, preceding.events, when);
      if (this.all.length % 2 === 0) return false;
    }
    this.append(aggregate.streamOf(command), events, when);
    return true;
  }

  private past({ aggregate, command }: Given): Past {
    return { own: this.read(aggregate.streamOf(command)), of: (stream) => this.read(stream) };
  }

  private append(stream: string, events: readonly Event[], { occurredAt, recordedAt }: When): void {
    const history = this.streams.get(stream) ?? [];
    this.streams.set(stream, history);
    const commandId = `command-${this.all.length + 1}`;
    for (const event of events) {
      const [revision, position] = [history.length, this.all.length + 1];
      const when = { occurredAt: event.occurredAt ?? occurredAt, recordedAt };
      const entries = recorded([event], { ...when, stream, revision, position, commandId, id: `event-${position}` });
      history.push(...entries);
      this.all.push(...entries);
    }
  }

  private read(stream: string): readonly RecordedEvent[] {
    return this.streams.get(stream) ?? [];
  }
}

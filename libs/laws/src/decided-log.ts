import type { AnyCommand } from '@annals/command-bus';
import { Rejection, type Event, type RecordedEvent } from '@annals/event-sourcing';
import { Streams, type Aggregate, type Past, type StatesOf } from '@annals/slice';
import { recorded } from '@annals/testing';

/** A command with the aggregate that decides on it. */
export type Given = { readonly aggregate: Aggregate; readonly command: AnyCommand };

type When = { readonly occurredAt: string; readonly recordedAt: string };

/** A log in memory that is written only by rules: without a store, ids and races. */
export class DecidedLog {
  private readonly streams = new Streams();
  private readonly all: RecordedEvent[] = [];

  private torn = false;

  /** Whether the events of a command were stored in part only: it may say already that two customers are one. */
  get isTorn(): boolean {
    return this.torn;
  }

  get events(): readonly RecordedEvent[] {
    return this.all;
  }

  /** The events that a command would add at a moment, or its rejection. */
  outcomeOf({ aggregate, command }: Given, at: Date): readonly Event[] | Rejection {
    try {
      return aggregate.onStates.decide(command, this.statesFor({ aggregate, command }), at);
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
      if (this.all.length % 2 === 0) {
        this.torn = true;
        return false;
      }
    }
    this.append(aggregate.streamOf(command), events, when);
    return true;
  }

  private statesFor({ aggregate, command }: Given): StatesOf {
    const [fold, contextFold] = aggregate.folds;
    const own = this.streams.stateOf(fold!, [aggregate.streamOf(command)]);
    const stateOf = (streams: readonly string[]) => this.streams.stateOf(contextFold!, streams);
    return { own, context: aggregate.onStates.contextOf(command, own, stateOf) };
  }

  private past({ aggregate, command }: Given): Past {
    return { own: this.streams.eventsOf(aggregate.streamOf(command)), of: (stream) => this.streams.eventsOf(stream) };
  }

  private append(stream: string, events: readonly Event[], { occurredAt, recordedAt }: When): void {
    const commandId = `command-${this.all.length + 1}`;
    for (const event of events) {
      const [revision, position] = [this.streams.eventsOf(stream).length, this.all.length + 1];
      const when = { occurredAt: event.occurredAt ?? occurredAt, recordedAt };
      const [entry] = recorded([event], { ...when, stream, revision, position, commandId, id: `event-${position}` });
      this.streams.add(entry!);
      this.all.push(entry!);
    }
  }
}

import type { AnyCommand } from '@annals/command-bus';
import { Rejection, type Event, type RecordedEvent } from '@annals/event-sourcing';
import type { Aggregate, Past, StateFold, StatesOf } from '@annals/slice';
import { recorded } from '@annals/testing';

/** A command with the aggregate that decides on it. */
export type Given = { readonly aggregate: Aggregate; readonly command: AnyCommand };

/** The state after the first events of a stream. */
type Known = { readonly events: number; readonly state: unknown };

type When = { readonly occurredAt: string; readonly recordedAt: string };

/** A log in memory that is written only by rules: without a store, ids and races. */
export class DecidedLog {
  private readonly streams = new Map<string, RecordedEvent[]>();
  private readonly all: RecordedEvent[] = [];
  private readonly states = new WeakMap<StateFold, Map<string, Known>>();

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
      this.torn ||= this.all.length % 2 === 0;
      if (this.all.length % 2 === 0) return false;
    }
    this.append(aggregate.streamOf(command), events, when);
    return true;
  }

  private statesFor({ aggregate, command }: Given): StatesOf {
    const [fold, contextFold] = aggregate.folds;
    const own = this.stateOf(fold!, aggregate.streamOf(command));
    const joint = ([first, ...others]: readonly string[]) =>
      others.reduce(
        (state, stream) => contextFold!.after(this.read(stream), state),
        first === undefined ? contextFold!.after([]) : this.stateOf(contextFold!, first),
      );
    return { own, context: aggregate.onStates.contextOf(command, own, joint) };
  }

  /** Kept, so that a log that grows is folded once. */
  private stateOf(fold: StateFold, stream: string): unknown {
    const history = this.read(stream);
    const known = this.states.get(fold) ?? new Map<string, Known>();
    const { events, state } = known.get(stream) ?? { events: 0, state: undefined };
    const now = fold.after(history.slice(events), state);
    this.states.set(fold, known.set(stream, { events: history.length, state: now }));
    return now;
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

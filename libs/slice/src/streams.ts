import type { RecordedEvent } from '@annals/event-sourcing';
import type { StateFold } from './aggregate.js';

type Revisions = NonNullable<RecordedEvent['decidedOn']>;
type Folded = { readonly count: number; readonly state: unknown };

/** Streams that grow, and the states that are folded from them. */
export class Streams {
  private readonly streams = new Map<string, RecordedEvent[]>();
  private readonly states = new WeakMap<StateFold, Map<string, Folded>>();

  add(event: RecordedEvent): void {
    const known = this.streams.get(event.stream);
    if (known) known.push(event);
    else this.streams.set(event.stream, [event]);
  }

  /** The events of a stream, up to a revision if one is given. */
  eventsOf(stream: string, until?: number): readonly RecordedEvent[] {
    const events = this.streams.get(stream) ?? [];
    const [first] = events;
    if (!first || until === undefined || events.at(-1)!.revision <= until) return events;
    return events.slice(0, Math.max(0, until - first.revision + 1));
  }

  /** The state after the events of streams, one stream after the other; of those in `until` up to these revisions. */
  stateOf(fold: StateFold, streams: readonly string[], until: Revisions = {}): unknown {
    const [only, ...others] = streams;
    if (only !== undefined && others.length === 0) return this.stateOfOne(fold, only, until[only]);
    return fold.after(streams.flatMap((stream) => this.eventsOf(stream, until[stream])));
  }

  /** Goes on from the state that was asked for last, unless that was of a later revision. */
  private stateOfOne(fold: StateFold, stream: string, until: number | undefined): unknown {
    const events = this.eventsOf(stream, until);
    const folded = this.states.get(fold) ?? new Map<string, Folded>();
    this.states.set(fold, folded);
    const known = folded.get(stream);
    const isBefore = known !== undefined && known.count <= events.length;
    const state = isBefore ? fold.after(events.slice(known.count), known.state) : fold.after(events);
    folded.set(stream, { count: events.length, state });
    return state;
  }
}

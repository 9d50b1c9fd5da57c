import { fold, type Foldable } from './decider.js';
import type { EventStore } from './event-store.js';
import type { RecordedEvent } from './message.js';

const SHORT = 32; // events, which are folded as fast as a state is looked up
const MOST = 100_000; // events, of all kept states of a log together

/** What an event tells of the command that caused it. */
export type Done = Pick<RecordedEvent, 'stream' | 'revision' | 'position' | 'commandId' | 'fingerprint'>;

/** The state of a stream at its last event; `first` and `last` are `undefined` for a stream without events. */
export type StreamState<S> = {
  readonly state: S;
  readonly first: Pick<RecordedEvent, 'subject'> | undefined;
  readonly last: Pick<RecordedEvent, 'id' | 'stream' | 'revision' | 'position' | 'subject'> | undefined;
  /** The last event of a command. */
  readonly done: (commandId: string) => Done | undefined;
};

/**
 * The state of a stream now. Those of long streams are kept: only the events since then are read and folded, so that a
 * command costs the same however old its stream is. A kept state is used only if the log still has its last event.
 */
export const stateOf = async <S>(store: EventStore, foldable: Foldable<S>, stream: string): Promise<StreamState<S>> => {
  const kept = keptOf(store);
  const before = kept.get(foldable, stream);
  const events = await store.read(stream, before && before.last.revision - 1);
  if (before && isSame(events[0], before.last)) return kept.add(foldable, before, events.slice(1));
  const all = before ? await store.read(stream) : events;
  return all.length < SHORT ? foldedNow(foldable, all) : kept.add(foldable, beginningOf(foldable, all[0]!), all);
};

/** The state of a stream that cannot exist yet. */
export const initially = <S>({ initial }: Foldable<S>): StreamState<S> => ({
  state: initial,
  first: undefined,
  last: undefined,
  done: () => undefined,
});

const foldedNow = <S>(foldable: Foldable<S>, events: readonly RecordedEvent[]): StreamState<S> => ({
  state: fold(foldable, events),
  first: events[0],
  last: events.at(-1),
  done: (id) => events.findLast(({ commandId }) => commandId === id),
});

const isSame = (event: RecordedEvent | undefined, { id, position }: Pick<RecordedEvent, 'id' | 'position'>) =>
  event?.id === id && event.position === position;

/** Later states share `commands`: what was done stays done. */
type Kept<S> = StreamState<S> & {
  readonly last: NonNullable<StreamState<S>['last']>;
  readonly commands: Map<string, Done>;
};

type Beginning<S> = Omit<Kept<S>, 'done'>;

const beginningOf = <S>({ initial }: Foldable<S>, event: RecordedEvent): Beginning<S> => ({
  state: initial,
  first: { subject: event.subject },
  last: event,
  commands: new Map(),
});

/** States of long streams of one log, by what is folded; of many those that were used last. */
class KeptStates {
  private readonly states = new Map<string, Kept<unknown>>();
  private readonly numbers = new WeakMap<object, number>();
  private folds = 0;
  private events = 0;

  get<S>(foldable: Foldable<S>, stream: string): Kept<S> | undefined {
    return this.states.get(this.keyOf(foldable, stream)) as Kept<S> | undefined; // the key names the fold
  }

  /** The state after further events. */
  add<S>(foldable: Foldable<S>, before: Beginning<S>, events: readonly RecordedEvent[]): Kept<S> {
    const { first, commands } = before;
    for (const { stream, revision, position, commandId, fingerprint } of events)
      commands.set(commandId, { stream, revision, position, commandId, ...(fingerprint && { fingerprint }) });
    const { id, stream, revision, position, subject } = events.at(-1) ?? before.last;
    const state = fold(foldable, events, before.state);
    const kept = {
      state,
      first,
      last: { id, stream, revision, position, subject },
      commands,
      done: (id: string) => commands.get(id),
    };
    this.keep(this.keyOf(foldable, stream), kept);
    return kept;
  }

  private keep(key: string, kept: Kept<unknown>) {
    this.forget(key);
    this.states.set(key, kept); // as the most recent
    this.events += kept.last.revision + 1;
    while (this.events > MOST) this.forget(this.states.keys().next().value!);
  }

  private forget(key: string) {
    this.events -= (this.states.get(key)?.last.revision ?? -1) + 1;
    this.states.delete(key);
  }

  private keyOf(foldable: object, stream: string) {
    const number = this.numbers.get(foldable) ?? (this.folds += 1);
    this.numbers.set(foldable, number);
    return `${number} ${stream}`;
  }
}

const states = new WeakMap<EventStore, KeptStates>();

const keptOf = (store: EventStore): KeptStates => {
  const known = states.get(store) ?? new KeptStates();
  states.set(store, known);
  return known;
};

import type { Found } from './finding.js';
import type { Event, Of, RecordedEvent } from './message.js';
import type { Undoing } from './undoing.js';
import type { Update } from './update.js';

/** The rules of one aggregate: pure and synchronous, independent of Nest and of stores. */
export type Decider<Command extends { type: string }, State, E extends Event, Context = unknown> = {
  /** `<category>-<id>`; never personal data. */
  readonly stream: (command: Command) => string;
  /** The customer that an event is about. */
  readonly subject: (data: E['data']) => string;
  readonly initial: State;
  /** Returns no events when nothing changes, so that every command can be repeated; throws a `Rejection` when a rule refuses it. */
  readonly decide: {
    readonly [T in Command['type']]: (
      command: Of<Command, T>,
      state: State,
      at: Date,
      context: Context,
    ) => readonly E[];
  };
  readonly evolve: { readonly [T in E['type']]: (state: State, data: Of<E, T>['data'], when: Occurred) => State };
  /**
   * The command that brings the state to what a command says now that was carried out with other content before, for
   * imports; `undefined` if the state already says it. What the command leaves out stays.
   */
  readonly updates?: {
    readonly [T in Command['type']]?: (command: Of<Command, T>, state: State) => Update | undefined;
  };
  /** For imports that are undone; without it nothing of the record is taken back. */
  readonly undoing?: Undoing<State, E>;
  /** The part of other streams that the rules need. */
  readonly context?: ContextStream<Command, State, Context>;
  /**
   * Events that a stream of the context must have before the decided ones: they are appended first, at the revision that the
   * context is of, so that of two commands that would both append them one is decided anew.
   */
  readonly preceding?: (
    command: Command,
    decided: readonly E[],
    state: State,
    context: Context,
  ) => Preceding<E> | undefined;
  /** Values that must be unique over all streams while a state holds them, such as a tax number. */
  readonly identifiers?: (state: State) => readonly Identifier[];
  /** Warnings about an event, for the receipt of its command. */
  readonly warnings?: (event: E) => readonly Found[];
  /**
   * The record that a command or an event is about, for a stream of several records: `expectedRevision` is then compared with
   * the events of that record only.
   */
  readonly record?: (data: Command | E['data']) => string;
  /**
   * Whether rules decide otherwise if only the day of a command is known, beyond what it may precede. Such a command is decided
   * once more as it was sent when its moment has been found.
   */
  readonly asksForHour?: boolean;
  /** Ids of the responsible employees, who have access even if the customer is outside their scope. */
  readonly parties?: (state: State) => readonly string[];
};

export type Preceding<E extends Event> = { readonly stream: string; readonly events: readonly E[] };

/** When an event happened: an instant in the format of `toISOString()`. */
export type Occurred = { readonly occurredAt: string };

/** Other streams, read just before deciding. The append does not guard them: they may have changed meanwhile. */
export type ContextStream<Command, State, Context> = {
  readonly stream: (command: Command, state: State) => string | readonly string[] | undefined;
  readonly initial: Context;
  /** Receives the recorded event for rules that depend on time. */
  readonly evolve: Readonly<Record<string, (context: Context, data: never, event: RecordedEvent) => Context>>;
  /**
   * The context of the events of one stream and then another, so that the state of each is kept by itself. Without it,
   * several streams are read and folded as a whole with each command.
   */
  readonly join?: (one: Context, other: Context) => Context;
  /** Streams of which the first ones tell, such as those of merged customers; needs `join`. */
  readonly further?: (context: Context, command: Command, state: State) => readonly string[];
};

/** A value that is unique over all streams, in the normal form in which it is compared. */
export type Identifier = {
  readonly kind: string;
  readonly value: string;
  /** The field of the command that has it; the same as `kind` if absent. */
  readonly field?: string;
};

/** How a state follows from events. */
export type Foldable<S = unknown> = {
  readonly initial: S;
  readonly evolve: Readonly<Record<string, (state: S, data: never, event: never) => S>>;
};

/** The state after events; types that `evolve` does not name are ignored. */
export const fold = <S>({ initial, evolve }: Foldable<S>, events: readonly Event[], from: S = initial): S =>
  events.reduce((state, event) => {
    const step = evolve[event.type];
    return step ? step(state, event.data as never, event as never) : state;
  }, from);

/** The streams whose events are folded into the context of a command, in this order. */
export const contextStreams = <Command, State, Context>(
  context: ContextStream<Command, State, Context> | undefined,
  command: Command,
  state: State,
): readonly string[] => [...new Set([context?.stream(command, state) ?? []].flat())];

/** The context of a command, by the states of its streams: `stateOf` returns that of some of them, one stream after the other. */
export const contextFrom = <Command, State, Context>(
  context: ContextStream<Command, State, Context>,
  command: Command,
  state: State,
  stateOf: (streams: readonly string[]) => Context,
): Context => {
  const { join, further } = context;
  const joined = (streams: readonly string[]) =>
    join && streams.length > 1 ? streams.map((stream) => stateOf([stream])).reduce(join) : stateOf(streams);
  const first = joined(contextStreams(context, command, state));
  const more = further?.(first, command, state) ?? [];
  return more.length === 0 ? first : join!(first, joined(more));
};

/** The events that a command causes. Throws a `Rejection`. */
export const decide = <C extends { type: string }, S, E extends Event, X>(
  decider: Decider<C, S, E, X>,
  command: C,
  state: S,
  at: Date,
  context: X,
): readonly E[] => {
  const rules: Record<string, (command: never, state: S, at: Date, context: X) => readonly E[]> = decider.decide;
  return rules[command.type]!(command as never, state, at, context);
};

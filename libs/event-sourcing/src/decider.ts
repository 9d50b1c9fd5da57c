import type { Event, Of, RecordedEvent } from './message.js';

/** The rules of one aggregate: pure, synchronous, free of Nest and of any store. */
export type Decider<Command extends { type: string }, State, E extends Event, Context = unknown> = {
  /** `<category>-<id>`; never personal data. */
  readonly stream: (command: Command) => string;
  /** The customer that an event is about. */
  readonly subject: (data: E['data']) => string;
  readonly initial: State;
  /** No events when there is nothing left to do, so that every command can be repeated; `reject` when a rule says no. */
  readonly decide: {
    readonly [T in Command['type']]: (
      command: Of<Command, T>,
      state: State,
      at: Date,
      context: Context,
    ) => readonly E[];
  };
  readonly evolve: { readonly [T in E['type']]: (state: State, data: Of<E, T>['data']) => State };
  /** What the rules must know of another stream. */
  readonly context?: ContextStream<Command, State, Context>;
  /** What nobody else may have while a state holds it, such as a tax number. */
  readonly identifiers?: (state: State) => readonly Identifier[];
  /** Ids of the employees who look after it; they reach it even if its customer is out of their reach. */
  readonly parties?: (state: State) => readonly string[];
};

/** A second stream, read just before deciding. The append does not guard it: it may have moved on by then. */
export type ContextStream<Command, State, Context> = {
  readonly stream: (command: Command, state: State) => string | undefined;
  readonly initial: Context;
  /** The event as the log holds it is there for rules that ask when something was. */
  readonly evolve: Readonly<Record<string, (context: Context, data: never, event: RecordedEvent) => Context>>;
};

/** A value that is unique over all streams, already in the one form in which it is compared. */
export type Identifier = { readonly kind: string; readonly value: string };

type Foldable<S> = {
  readonly initial: S;
  readonly evolve: Readonly<Record<string, (state: S, data: never, event: never) => S>>;
};

/** The state after events; types that `evolve` does not name leave it as it is. */
export const fold = <S>({ initial, evolve }: Foldable<S>, events: readonly Event[], from: S = initial): S =>
  events.reduce((state, event) => evolve[event.type]?.(state, event.data as never, event as never) ?? state, from);

/** What a command brings about, or a `Rejection`. */
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

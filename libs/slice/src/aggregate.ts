import type { AnyCommand, AnyCommandClass } from '@annals/command-bus';
import type { ClassesOf, handlersFor } from '@annals/command-bus/handlers';
import {
  contextFrom,
  decide,
  fold,
  reserveAnew,
  stateOf,
  type Decider,
  type Event,
  type EventStore,
  type Foldable,
  type Origin,
  type Preceding,
  type RecordedEvent,
  type ReservationOptions,
  undoableOf,
  type Undoable,
  type Update,
} from '@annals/event-sourcing';
import type { Type } from '@nestjs/common';
import { contextIn, type Past } from './past.js';
import type { Question } from './question.js';
import { retelling, type Retold } from './retold.js';

/** `subject` is that of the first event, `latest` that of the last one; both are `undefined` for a stream without events. */
export type Standing = {
  readonly subject: string | undefined;
  readonly latest: string | undefined;
  readonly parties: readonly string[];
};

/** The fold of some state: the types of events that it knows, and the state after some of them. */
export type StateFold = {
  readonly types: readonly string[];
  readonly after: (events: readonly Event[], from?: unknown) => unknown;
};

/** A decider and its commands with their types erased: for the bus, the guard and the laws. */
export type Aggregate<Needs extends string = string> = {
  readonly commands: readonly AnyCommandClass<Needs>[];
  /** Providers for the process that carries out its commands. */
  readonly handlers: (make: typeof handlersFor) => readonly Type[];
  readonly streamOf: (command: AnyCommand) => string;
  /** Whom a stream of it is about, and the ids of the employees who look after it, as the log has it now. */
  readonly standing: (log: EventStore, stream: string) => Promise<Standing>;
  /** The streams whose events `decide` needs besides its own, as far as the past tells: those that are known may name further ones. */
  readonly contextOf: (command: AnyCommand, past: Past) => readonly string[];
  /** The folds of its state and, if it has one, of its context. */
  readonly folds: readonly StateFold[];
  /** The events that another stream must have before those of a command: see `Decider.preceding`. */
  readonly preceding: (command: AnyCommand, past: Past, decided: readonly Event[]) => Preceding<Event> | undefined;
  /** The events of a command. Throws a `Rejection`. */
  readonly decide: (command: AnyCommand, past: Past, at: Date) => readonly Event[];
  /** See `Decider.asksForHour`. */
  readonly asksForHour: boolean;
  /** The same rules on the states of the folds, for replays, which fold each event once. */
  readonly onStates: OnStates;
  /** The command that an event was decided on, as far as the event tells it; `undefined` if it does not: see `Retold`. */
  readonly retold: (event: RecordedEvent, occurredAt: string | undefined) => AnyCommand | undefined;
  /** What can be asked of its rules without a command. */
  readonly questions: readonly Question<Needs>[];
  /** Types of the commands that can be carried out again with other content, and how: see `Decider.updates`. */
  readonly updates: ReadonlyMap<string, (command: AnyCommand, own: readonly Event[]) => Update | undefined>;
  /** How imports are undone: see `Decider.undoing`. */
  readonly undoable: Undoable | undefined;
  /** Reserves the unique values of a stream anew: see `reserveAnew`. `undefined` if it has none. */
  readonly reserveAnew: ReserveAnew | undefined;
};

export type OnStates = {
  /** `stateOf` returns the context after the events of some streams, one stream after the other. */
  readonly contextOf: (command: AnyCommand, own: unknown, stateOf: (streams: readonly string[]) => unknown) => unknown;
  /** Throws a `Rejection`. */
  readonly decide: (command: AnyCommand, states: StatesOf, at: Date) => readonly Event[];
};

/** `context` is `undefined` for an aggregate without one. */
export type StatesOf = { readonly own: unknown; readonly context: unknown };

/** Returns the kinds of the values that other streams have, too. */
export type ReserveAnew = (
  log: EventStore,
  stream: string,
  origin: Origin,
  options: ReservationOptions,
) => Promise<readonly string[]>;

/** Does not compile if a command lacks its class or its rule. */
export const aggregate = <C extends { type: string }, S, E extends Event, X, Needs extends string>(
  decider: Decider<C, S, E, X>,
  classes: ClassesOf<C> & Readonly<Record<string, AnyCommandClass<Needs>>>,
  questions: readonly Question<Needs>[] = [],
  retold: Retold<E, C['type']> = {},
): Aggregate<Needs> => {
  const commands = Object.values<AnyCommandClass<Needs>>(classes);
  const { context, parties, stream, asksForHour = false } = decider;
  const around = (command: AnyCommand, past: Past) =>
    contextIn(context, { command: command as unknown as C, state: fold(decider, past.own) }, past);
  const decideOn: OnStates['decide'] = (command, { own, context: known }, at) =>
    decide(decider, command as unknown as C, own as S, at, known as X);
  return {
    commands,
    questions,
    handlers: (make) => make(decider, commands),
    streamOf: (command) => stream(command as unknown as C),
    standing: async (log, name) => {
      const { state, first, last } = await stateOf(log, decider, name);
      return { subject: first?.subject, latest: last?.subject, parties: parties?.(state) ?? [] };
    },
    folds: [foldOf(decider), ...(context ? [foldOf(context)] : [])],
    contextOf: (command, past) => around(command, past).streams,
    decide: (command, past, at) =>
      decideOn(command, { own: fold(decider, past.own), context: around(command, past).context }, at),
    asksForHour,
    onStates: {
      contextOf: (command, own, stateOf) =>
        context && contextFrom(context, command as unknown as C, own as S, (streams) => stateOf(streams) as X),
      decide: decideOn,
    },
    retold: retelling(retold, classes),
    preceding: (command, past, decided) =>
      decider.preceding?.(
        command as unknown as C,
        decided as readonly E[],
        fold(decider, past.own),
        around(command, past).context!,
      ),
    updates: updatesOf(decider),
    undoable: undoableOf(decider),
    reserveAnew:
      decider.identifiers && ((log, holder, origin, options) => reserveAnew(log, decider, { holder, origin }, options)),
  };
};

type Rule<S> = (command: never, state: S) => Update | undefined;

const updatesOf = <C extends { type: string }, S, E extends Event, X>(
  decider: Decider<C, S, E, X>,
): Aggregate['updates'] => {
  const rules: Readonly<Record<string, Rule<S> | undefined>> = { ...decider.updates };
  const names = Object.keys(rules);
  return new Map(names.map((name) => [name, (command, own) => rules[name]?.(command as never, fold(decider, own))]));
};

const foldOf = <S>(foldable: Foldable<S>): StateFold => ({
  types: Object.keys(foldable.evolve),
  after: (events, from) => fold(foldable, events, from as S | undefined),
});

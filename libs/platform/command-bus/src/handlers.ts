import { Configuration } from '@annals/configuration';
import {
  EventStore,
  handle,
  type Decider,
  type Event,
  type Naming,
  type Origin,
  type Receipt,
} from '@annals/event-sourcing';
import { tracingChannel, type TracingChannel } from 'node:diagnostics_channel';
import { Inject, Injectable, type Type } from '@nestjs/common';
import { CommandHandler } from '@nestjs/cqrs';
import { RecentWishes } from './recent-wishes.js';

/** Provider token of the `Naming` that all processes of one installation share. */
export const NAMING = Symbol('Naming');

/**
 * What goes by while a command is carried out; `error` is there if it was not. `traceparent` is its place in a trace:
 * whoever makes a span of the command puts that in its stead, and the events get it.
 */
export type TracedCommand = { readonly type: string; traceparent: string | undefined; readonly error?: unknown };
export const commandTracing: TracingChannel<string, TracedCommand> = tracingChannel('annals:command');

const streams = new WeakMap<object, (command: object) => string>();

/** The stream that a command is about; `undefined` for a class that has no handler yet. */
export const streamOf = (command: object): string | undefined => streams.get(command.constructor)?.(command);

const wishes = new WeakMap<EventStore, RecentWishes>();

/** Those of all commands that go to one log. */
const wishesOf = (store: EventStore): RecentWishes => {
  const known = wishes.get(store) ?? new RecentWishes();
  wishes.set(store, known);
  return known;
};

type Incoming = { readonly type: string; readonly origin: Origin; readonly expectedRevision?: number };
type Classes<C extends { type: string }> = {
  [Name in C['type']]: Type<Extract<C, { type: Name }> & Incoming>;
};

/**
 * One bus handler for each command of a decider. Forget a command class and the call does not compile.
 * A decider that depends on configuration is given as a function of it.
 */
export const handlersFor = <C extends { type: string }, S, E extends Event, X>(
  rules: Decider<C, S, E, X> | ((configuration: Configuration) => Decider<C, S, E, X>),
  commands: Classes<C>,
): Type[] =>
  Object.values<Type<C & Incoming>>(commands).map((CommandClass) => {
    @CommandHandler(CommandClass)
    @Injectable()
    class DeciderHandler {
      private readonly decider: Decider<C, S, E, X>;

      constructor(
        private readonly store: EventStore,
        @Inject(NAMING) private readonly naming: Naming,
        configuration: Configuration,
      ) {
        this.decider = typeof rules === 'function' ? rules(configuration) : rules;
        const { stream } = this.decider;
        streams.set(CommandClass, (command) => stream(command as C & Incoming));
      }

      execute(command: C & Incoming): Promise<Receipt> {
        const { naming } = this;
        const { origin, expectedRevision, type } = command;
        const options = { naming, expectedRevision };
        const traced: TracedCommand = { type, traceparent: origin.traceparent };
        const carryOut = () => handle(this.store, this.decider, command, under(traced, origin), options);
        return commandTracing.tracePromise(() => wishesOf(this.store).once(origin, carryOut), traced);
      }
    }
    return DeciderHandler;
  });

const under = ({ traceparent }: TracedCommand, origin: Origin): Origin =>
  traceparent === origin.traceparent || traceparent === undefined ? origin : { ...origin, traceparent };

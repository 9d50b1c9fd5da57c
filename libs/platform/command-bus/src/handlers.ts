import {
  EventStore,
  handle,
  type HandleOptions,
  type Decider,
  type Event,
  type Naming,
  type Origin,
  type Receipt,
  type UserRegister,
} from '@annals/event-sourcing';
import { tracingChannel, type TracingChannel } from 'node:diagnostics_channel';
import { Inject, Injectable, Optional, type Type } from '@nestjs/common';
import { CommandHandler } from '@nestjs/cqrs';
import type { AnyCommand, AnyCommandClass } from './command.js';
import { isNewStream } from './new-streams.js';
import { IdempotencyKeys } from './idempotency-keys.js';
import { usersNamedBy } from './user-fields.js';

/** Provider token of the `Naming` that all processes of one installation share. */
export const NAMING = Symbol('Naming');

/** Provider token of the `UserRegister`; without one, commands can name anybody. */
export const USER_REGISTER = Symbol('UserRegister');

/** The actor of imports. They bring records of the past, whose owners may never have been users. */
export const IMPORTER = 'system:import';

/** Optional provider token of what is awaited before a command reserves unique values: see `ReservationOptions`. */
export const RESERVABLE = Symbol('Reservable');

/**
 * The context of a command being carried out; `error` is set if it failed. `traceparent` is its place in a trace: a tracer
 * replaces it by the span of the command, which the events receive.
 */
export type TracedCommand = { readonly type: string; traceparent: string | undefined; readonly error?: unknown };
export const commandTracing: TracingChannel<string, TracedCommand> = tracingChannel('annals:command');

const streams = new WeakMap<object, (command: object) => string>();

/** The stream of a command; `undefined` for a class without a handler. */
export const streamOf = (command: object): string | undefined => streams.get(command.constructor)?.(command);

const keys = new WeakMap<EventStore, IdempotencyKeys>();

/** The ids of recent commands of one log. */
const keysOf = (store: EventStore): IdempotencyKeys => {
  const known = keys.get(store) ?? new IdempotencyKeys();
  keys.set(store, known);
  return known;
};

/** The classes of every command of a decider, as `import * as commands` gives them. */
export type ClassesOf<C extends { type: string }> = {
  readonly [Name in C['type']]: AnyCommandClass & (new (...args: never[]) => Extract<C, { type: Name }> & AnyCommand);
};

/** One bus handler for each command of a decider. */
export const handlersFor = <C extends { type: string }, S, E extends Event, X>(
  decider: Decider<C, S, E, X>,
  classes: readonly AnyCommandClass[],
): Type[] =>
  classes.map((CommandClass) => {
    streams.set(CommandClass, (command) => decider.stream(command as C));

    @CommandHandler(CommandClass)
    @Injectable()
    class DeciderHandler {
      constructor(
        private readonly store: EventStore,
        @Inject(NAMING) private readonly naming: Naming,
        @Optional() @Inject(USER_REGISTER) private readonly users?: UserRegister,
        @Optional() @Inject(RESERVABLE) private readonly reservable?: () => Promise<void>,
      ) {}

      execute(command: C & AnyCommand): Promise<Receipt> {
        const { naming, reservable } = this;
        const { expectedRevision, type } = command;
        const { dayEnds, ...origin } = command.origin;
        const isNew = isNewStream(command, decider.stream(command));
        const options = {
          naming,
          reservable,
          expectedRevision,
          isNew,
          dayEnds,
          expectUsers: this.expectUsers(command),
        };
        const traced: TracedCommand = { type, traceparent: origin.traceparent };
        const carryOut = () => handle(this.store, decider, command, under(traced, origin), options);
        return commandTracing.tracePromise(() => keysOf(this.store).once(origin, carryOut), traced);
      }

      /** Callers may name themselves. */
      private expectUsers(command: C & AnyCommand): HandleOptions['expectUsers'] {
        const { users, store } = this;
        const { actor } = command.origin;
        const named = users && actor !== IMPORTER ? usersNamedBy(command, CommandClass.fields) : [];
        if (!users || named.length === 0) return undefined;
        return (responsible) => {
          const others = named.filter(({ userId }) => userId !== actor && !responsible.includes(userId));
          return users(store, others);
        };
      }
    }
    return DeciderHandler;
  });

const under = ({ traceparent }: TracedCommand, origin: Origin): Origin =>
  traceparent === origin.traceparent || traceparent === undefined ? origin : { ...origin, traceparent };

import type { AnyCommandClass } from '@annals/command-bus';
import { commandFrom, Malformed } from '@annals/command-bus/forms';
import {
  isDeadline,
  isFanOut,
  type Origin,
  type Policy,
  type Reaction,
  type RecordedEvent,
} from '@annals/event-sourcing';
import type { Aggregate } from '@annals/slice';
import fc, { type Arbitrary } from 'fast-check';
import { anyFieldsOf } from './arbitrary.js';
import type { Given } from './decided-log.js';

type Input = Readonly<Record<string, unknown>>;

/** A random command; `other` has alternative values for its fields. */
export type Drawn = { readonly type: string; readonly input: Input; readonly other: Input };

/** One command of these. */
export const anyCommandOf = (classes: readonly AnyCommandClass[]): Arbitrary<Drawn> => fc.oneof(...classes.map(anyOne));

/** One of each of these, in an order in which they can build on each other. */
export const eachCommandOf = (classes: readonly AnyCommandClass[]): Arbitrary<readonly Drawn[]> =>
  fc.tuple(...classes.map(anyOne));

const anyOne = ({ type, fields: all }: AnyCommandClass): Arbitrary<Drawn> => {
  const { expectedRevision, ...fields } = all;
  const anyInput = anyFieldsOf(fields);
  return fc.record({ type: fc.constant(type), input: anyInput, other: anyInput });
};

/** The rules and classes of commands by type. */
export class CommandReader {
  private readonly known: ReadonlyMap<string, { readonly aggregate: Aggregate; readonly command: AnyCommandClass }>;

  private readonly reactions: readonly Reaction[];

  constructor(aggregates: readonly Aggregate[], policies: readonly Policy[] = []) {
    this.reactions = policies.flatMap((policy) => (isDeadline(policy) || isFanOut(policy) ? [] : [policy]));
    this.known = new Map(
      aggregates.flatMap((aggregate) =>
        aggregate.commands.map((command) => [command.type, { aggregate, command }] as const),
      ),
    );
  }

  /**
   * A command without a route is about what is recorded: it is as a policy sends it about the last event that makes it do so, or
   * takes its fields from the last event that has them.
   */
  fitted(drawn: Drawn, events: readonly RecordedEvent[]): Drawn {
    const { fields, route } = this.known.get(drawn.type)!.command;
    if (route) return drawn;
    const sent = this.sentAbout(events, drawn.type);
    if (sent) return { ...drawn, input: sent };
    const required = Object.keys(fields).filter((name) => !fields[name]!.safeParse(undefined).success);
    const event = events.findLast(({ data }) => required.every((name) => Object.hasOwn(data, name)));
    if (!event) return drawn;
    const recorded = Object.entries(event.data).filter(([name]) => name in fields);
    return { ...drawn, input: Object.fromEntries(recorded) };
  }

  private sentAbout(events: readonly RecordedEvent[], type: string): Input | undefined {
    for (const event of events.toReversed())
      for (const { on } of this.reactions) {
        const draft = on[event.type]?.(event).find((each) => each.type === type);
        if (draft) return { ...draft.fields };
      }
    return undefined;
  }

  /** `undefined` if the random values do not fit the command, because a schema may have refinements. */
  read({ type, input }: Drawn): Given | undefined {
    const { aggregate, command } = this.known.get(type)!;
    try {
      return { aggregate, command: commandFrom(input, command, ORIGIN) };
    } catch (error) {
      if (error instanceof Malformed) return undefined;
      throw error;
    }
  }

  /** The same command with another value in one field, or with one more field: all variants. */
  variants({ input, other, ...drawn }: Drawn): readonly Given[] {
    return Object.keys(other)
      .filter((name) => name !== 'occurredAt' && !says(input[name], other[name]))
      .flatMap((name) => this.read({ ...drawn, other, input: { ...input, [name]: other[name] } }) ?? []);
  }
}

const ORIGIN: Origin = {
  ...{ commandId: 'command', correlationId: 'command', causationId: 'command' },
  ...{ actor: 'system:test', source: 'test', occurredAt: '2024-01-01T00:00:00.000Z' }, // no user: what is set for users is random, too
};

/** Whether a value contains all members of another one. */
const says = (value: unknown, less: unknown): boolean => {
  if (!isObject(value) || !isObject(less)) return Object.is(value, less);
  return Object.keys(less).every((name) => says(value[name], less[name]));
};

const isObject = (value: unknown): value is Input => typeof value === 'object' && value !== null;

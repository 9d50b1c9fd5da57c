import type { AnyCommand, AnyCommandClass } from '@annals/command-bus';
import { commandFrom } from '@annals/command-bus/forms';
import { Rejection, type Contract, type Event } from '@annals/event-sourcing';
import type { Aggregate, StatesOf } from '@annals/slice';
import { costly, type Case, type Watch } from './cost.js';
import { drawn } from './largest.law.js';
import { hasLargeFields, idsOf, nthInput } from './nth-event.js';

const AT = new Date('2024-06-01T09:00:00.000Z');
const ORIGIN = {
  ...{ commandId: 'command', correlationId: 'command', causationId: 'command' },
  ...{ actor: 'test', source: 'test', occurredAt: AT.toISOString() },
};

/** How many events of the stream of a command, and of its context, were before it. */
type Past = { readonly own: number; readonly context: number };

/** The types of commands with lists or maps of which the decision takes too many steps or bytes for their entries. */
export const costlyDecisions = (
  aggregates: readonly Aggregate[],
  contracts: readonly Contract[],
): readonly string[] => {
  const decisions = aggregates.flatMap((aggregate) =>
    aggregate.commands
      .filter(({ fields }) => hasLargeFields(fields))
      .map((command) => new Deciding(aggregate, command, contracts)),
  );
  return costly(decisions.map(caseOf));
};

/** After events on which the command is carried out, or after all events: to refuse it may not take long either. */
const caseOf = (deciding: Deciding): Case => {
  const pasts = deciding.pasts();
  const past = pasts.find((each) => deciding.isAccepted(each)) ?? pasts.at(-1)!;
  return { name: deciding.type, prepared: (entries, watch) => deciding.prepared(past, entries, watch) };
};

class Deciding {
  private readonly events: readonly (readonly Contract[])[];

  constructor(
    private readonly aggregate: Aggregate,
    private readonly command: AnyCommandClass,
    contracts: readonly Contract[],
  ) {
    this.events = aggregate.folds.map(({ types }) => contracts.filter(({ type }) => types.includes(type)));
  }

  get type(): string {
    return this.command.type;
  }

  /** The first events of each kind, in any combination. */
  pasts(): readonly Past[] {
    const [own = 0, context = 0] = this.events.map(({ length }) => length);
    return counts(context).flatMap((others) => counts(own).map((each) => ({ own: each, context: others })));
  }

  isAccepted(past: Past): boolean {
    const outcome = this.prepared(past, 2, (value) => value)();
    return !(outcome instanceof Rejection) && outcome.length > 0;
  }

  /** The decision on a command with this number of entries, after events with the same number. */
  prepared(past: Past, entries: number, watch: Watch): () => readonly Event[] | Rejection {
    const stateOf = (index: number, count: number) =>
      this.aggregate.folds[index]?.after(this.events[index]!.slice(0, count).map((each) => drawn(each, 0, entries)));
    const states: StatesOf = { own: watch(stateOf(0, past.own)), context: watch(stateOf(1, past.context)) };
    const command = watch(this.sent(entries));
    return () => this.outcome(command, states);
  }

  private outcome(command: AnyCommand, states: StatesOf): readonly Event[] | Rejection {
    try {
      return this.aggregate.onStates.decide(command, states, AT);
    } catch (error) {
      if (error instanceof Rejection) return error;
      throw error;
    }
  }

  private sent(entries: number): AnyCommand {
    return commandFrom(nthInput(this.command.fields, 1, idsOf(1), entries), this.command, ORIGIN);
  }
}

const counts = (most: number): readonly number[] => Array.from({ length: most + 1 }, (_, count) => count);

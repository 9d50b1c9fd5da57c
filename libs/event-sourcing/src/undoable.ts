import { fold, type Decider } from './decider.js';
import type { Event, RecordedEvent } from './message.js';
import type { ChangeBack } from './undoing.js';
import type { Update } from './update.js';

/** `Undoing` with its types erased. */
export type Undoable = {
  /** The types of the events of its streams. */
  readonly types: readonly string[];
  /** The type of the event that takes the whole record back; what is older no longer counts. */
  readonly withdrawn: string;
  readonly withdraw: (own: readonly Event[]) => Update | undefined;
  /** Whether the effect of an event goes with the record. */
  readonly goesWithIt: (event: RecordedEvent) => boolean;
  /** The types of the events that can be changed back. */
  readonly changes: readonly string[];
  /** `undefined` if nothing of the change still stands. */
  readonly changeBack: (event: Event, own: readonly Event[]) => ChangeBack | undefined;
};

type Back<S> = Readonly<Record<string, ((data: never, state: S) => ChangeBack | undefined) | undefined>>;

export const undoableOf = <C extends { type: string }, S, E extends Event, X>(
  decider: Decider<C, S, E, X>,
): Undoable | undefined => {
  const { undoing, evolve } = decider;
  if (!undoing) return undefined;
  const back: Back<S> = undoing.changeBack;
  return {
    types: Object.keys(evolve),
    withdrawn: undoing.withdrawn,
    withdraw: (own) => undoing.withdraw(fold(decider, own)) ?? undefined,
    goesWithIt: (event) => undoing.goesWithIt(event as RecordedEvent<E>),
    changes: Object.keys(back),
    changeBack: ({ type, data }, own) => back[type]?.(data as never, fold(decider, own)),
  };
};

/** The events of a stream since its record was last withdrawn. */
export const sinceWithdrawal = (
  own: readonly RecordedEvent[],
  { withdrawn }: Pick<Undoable, 'withdrawn'>,
): readonly RecordedEvent[] => own.slice(own.findLastIndex(({ type }) => type === withdrawn) + 1);

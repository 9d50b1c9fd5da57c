import {
  fold,
  type ChangeBack,
  type Decider,
  type Event,
  type RecordedEvent,
  type Update,
} from '@annals/event-sourcing';

/** `Undoing` with its types erased. */
export type Undoable = {
  /** The types of the events of its streams. */
  readonly types: readonly string[];
  readonly withdrawn: string;
  readonly withdraw: (own: readonly Event[]) => Update | undefined;
  readonly goesWithIt: (event: RecordedEvent) => boolean;
  /** The types of the events that can be changed back. */
  readonly changes: readonly string[];
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

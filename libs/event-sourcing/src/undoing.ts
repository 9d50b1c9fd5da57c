import type { Event, Of, RecordedEvent } from './message.js';
import type { Update } from './update.js';

/** A command that changes something back; `partly` if the rest has been changed again since. */
export type ChangeBack = Update & { readonly partly: boolean };

/** How what an import has stored in a record is taken back. */
export type Undoing<State, E extends Event> = {
  /** The event that takes the whole record back. What is older in its stream no longer counts. */
  readonly withdrawn: E['type'];
  /** The command that takes it back; `undefined` without a record. */
  readonly withdraw: (state: State) => Update | null | undefined;
  /** Whether the effect of an event goes with the record, in every view. */
  readonly goesWithIt: (event: RecordedEvent<E>) => boolean;
  /**
   * By the event that changed a record which was there before: the command that changes back as much of it as still stands;
   * `undefined` if nothing does.
   */
  readonly changeBack: { readonly [T in E['type']]?: (data: Of<E, T>['data'], state: State) => ChangeBack | undefined };
};

import type { EventStore, Undoable, Update, Words } from '@annals/event-sourcing';
import type { Edit } from './traces.js';

/** A command that undoes something. The id follows from what is undone, so that a repeated undo stores nothing twice. */
export type UndoCommand = Update & { readonly name: string; readonly expectedRevision: number };

export type UndoOutcome =
  | { readonly status: 'done' }
  | { readonly status: 'refused'; readonly code: string; readonly message: Words }
  /** Another command was faster: what is to be done is found out anew. */
  | { readonly status: 'overtaken' };

export type UndoPorts = {
  readonly log: EventStore;
  readonly undoables: readonly Undoable[];
  /** Whether a type of event is about a record. */
  readonly isFact: (type: string) => boolean;
  /** The customer of the customer's own stream; `undefined` for any other stream. */
  readonly customerOf: (stream: string) => string | undefined;
  /** Everything with the outcome `done` is on disk. Commands of different streams may run at once. */
  readonly send: (command: UndoCommand) => Promise<UndoOutcome>;
};

/** Why something of an import stays. */
export type Kept =
  /** The record was edited since, by this event. */
  | { readonly why: 'edited'; readonly by: Edit | undefined }
  /** There are other records about the customer, such as the one of this event. */
  | { readonly why: 'needed'; readonly by: Edit }
  /** Nothing takes this event back. */
  | { readonly why: 'final'; readonly by: Edit }
  | { readonly why: 'refused'; readonly code: string; readonly message: Words };

/** A change of a record that stays; `kept` if a part of it does, because it was changed again since, by this event. */
export type ChangedBack = {
  readonly outcome: 'changed-back';
  readonly event: Edit;
  readonly kept?: { readonly why: 'edited'; readonly by: Edit | undefined };
};

/** What became of a record, or of one change of it. */
export type Undone = { readonly stream: string; readonly customer: string } & (
  { readonly outcome: 'withdrawn' } | ChangedBack | { readonly outcome: 'kept'; readonly kept: Kept }
);

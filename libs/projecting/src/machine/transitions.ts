import { COLLECTION_TRANSITIONS, VIEW_TRANSITIONS } from './machine.js';
import type { Actor, CollectionEvent, CollectionState, ViewEvent, ViewState } from './machine.js';

/** A transition that the table of states does not have. */
export class IllegalTransition extends Error {
  constructor(
    readonly subject: string,
    readonly from: string,
    readonly on: string,
  ) {
    super(`${subject} is ${from}, where "${on}" cannot happen.`);
  }
}

const nextIn =
  <State extends string, On extends string>(
    rows: readonly { from: State; on: On; to: State; by: readonly Actor[] }[],
  ) =>
  (subject: string, from: State, on: On, by: Actor): State => {
    const row = rows.find((each) => each.from === from && each.on === on && each.by.includes(by));
    if (!row) throw new IllegalTransition(subject, from, `${on} by the ${by}`);
    return row.to;
  };

/** The state after an event. Throws `IllegalTransition`. */
export const nextViewState = nextIn<ViewState, ViewEvent>(VIEW_TRANSITIONS);

/** The state after an event. Throws `IllegalTransition`. */
export const nextCollectionState = nextIn<CollectionState, CollectionEvent>(COLLECTION_TRANSITIONS);

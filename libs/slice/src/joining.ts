import type { Link, Merging } from '@annals/event-sourcing';
import type { AnyProjection } from '@annals/projecting';

/** What says that two customers are one, and the view that keeps it, as one slice declares them. */
export type Joining = Merging & {
  /** One document for each customer that was ever merged, by its id, with the survivors of all its merges in `survivors`. */
  readonly view: AnyProjection;
  /** The links in a document of the view, oldest first. */
  readonly linksIn: (document: object) => readonly Link[];
};

import type { Link, Merging } from '@annals/event-sourcing';
import type { AnyProjection } from '@annals/projecting';

/** What says that two customers are one, and the view that keeps it, as one slice declares them. */
export type Joining = Merging & {
  /** One document for each customer that was ever merged, by its id; the field `survivors` has what `survivorsIn` returns. */
  readonly view: AnyProjection;
  /** The links in a document of the view, oldest first. */
  readonly linksIn: (document: object) => readonly Link[];
  /** All customers to whom the customer of a document ever belonged, also through others. */
  readonly survivorsIn: (document: object) => readonly string[];
};

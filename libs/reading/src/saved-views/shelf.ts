import { folded } from '@annals/text';
import type { KeptView } from './saved-view.js';
import { savedViewProblems } from './saved-view.problems.js';

/** The views of one user for him- or herself, or those that are shared. */
export type Shelf = readonly KeptView[];

/** How many views a shelf takes, altogether and of one user. */
export type Room = { readonly all: number; readonly each: number };

/** `beside` are other views, among which no name of the user may occur twice either. */
type Rules = Room & { readonly beside: Shelf };

/** The shelf with a view in place of the one with its id. Throws `HttpProblem` 409 `SavedViewNameTaken` and `TooManySavedViews`. */
export const put = (shelf: Shelf, view: KeptView, { all, each, beside }: Rules): Shelf => {
  const others = without(shelf, view.viewId);
  const own = others.filter(({ owner }) => owner === view.owner);
  const isTaken = [...own, ...without(beside, view.viewId)].some(
    ({ list, name, owner }) => owner === view.owner && list === view.list && sameName(name, view.name),
  );
  if (isTaken) throw savedViewProblems.problem('SavedViewNameTaken', { view: view.name });
  if (others.length === shelf.length) {
    if (own.length >= each) throw savedViewProblems.problem('TooManySavedViews', { most: each });
    if (others.length >= all) throw savedViewProblems.problem('TooManySavedViews', { most: all });
    return [...others, view];
  }
  return shelf.map((known) => (known.viewId === view.viewId ? view : known));
};

export const without = (shelf: Shelf, viewId: string): Shelf => shelf.filter((each) => each.viewId !== viewId);

/** Whether two names are the same, whatever their case, width and accents. */
export const sameName = (one: string, other: string): boolean => folded(one) === folded(other);

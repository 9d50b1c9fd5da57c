import type { ListedView } from '@annals/event-sourcing';
import { stillTaken } from './list-state.js';
import type { KeptView } from './saved-view.js';

/** Filters, sort and columns of a list under a name. */
export type SavedView = {
  /** @example 5c0f1a2b-3d4e-4f60-8a71-92b3c4d5e6f7 */
  readonly viewId: string;
  /** @example customers */
  readonly list: string;
  /** @example Declining in the east */
  readonly name: string;
  /**
   * Who saved it.
   * @example li.na
   */
  readonly owner: string;
  /** Whether everybody who sees the list is offered it. */
  readonly shared: boolean;
  readonly savedAt: string;
  /** Without what the list does not know any more. */
  readonly state: SavedViewState;
};

export type SavedViewState = {
  /**
   * Values by the parameter of the list.
   * @example {"state":["declining"]}
   */
  readonly filters: Readonly<Record<string, readonly string[]>>;
  /** @example -lastContactAt */
  readonly sort: string | null;
  /** @example ["name","state"] */
  readonly columns: readonly string[] | null;
  /**
   * Other parameters of the page, such as its tab.
   * @example {"layout":["list"]}
   */
  readonly display: Readonly<Record<string, readonly string[]>>;
};

/** Those of the caller by name, then those that are shared. */
export type SavedViewList = { readonly items: readonly SavedView[] };

/** A view as the list, which may be of another version, still takes it. */
export const shown = ({ state, ...view }: KeptView, listed: ListedView, shared: boolean): SavedView => ({
  ...{ ...view, shared },
  state: stillTaken(listed, state),
});

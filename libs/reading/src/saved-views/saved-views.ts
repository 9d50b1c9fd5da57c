import { ReadContexts, type ReadContext } from '@annals/access';
import { isListed, type ListedView } from '@annals/event-sourcing';
import { ValidationFailed, type Caller } from '@annals/http';
import { storedText } from '@annals/text';
import { Inject, Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { VIEWS, type ReadViews } from '../read-views.js';
import type { NewSavedView, SavedViewChange } from './forms.js';
import { misfitsOf } from './list-state.js';
import type { KeptView, ViewState } from './saved-view.js';
import { shown, type SavedView, type SavedViewList } from './saved-view-answer.js';
import { savedViewProblems } from './saved-view.problems.js';
import { sameName, type Shelf } from './shelf.js';
import { Shelves } from './shelves.js';

const MANAGE = 'saved-views.manage';

/** Views of lists that users have saved. */
@Injectable()
export class SavedViews {
  private readonly lists: ReadonlyMap<string, ListedView>;

  constructor(
    private readonly shelves: Shelves,
    private readonly contexts: ReadContexts,
    @Inject(VIEWS) views: ReadViews,
  ) {
    this.lists = new Map(views.filter(isListed).map((view) => [view.list.path, view]));
  }

  /** Throws `ValidationFailed` for an unknown list, and `HttpProblem` 403 `NotAllowed` for one that the caller may not see. */
  async list(path: string, caller: Caller): Promise<SavedViewList> {
    const listed = await this.listAt(path, caller);
    const { own, shared } = await this.shelves.of(caller.id);
    const of = (shelf: Shelf, isShared: boolean) =>
      shelf
        .filter((view) => view.list === path)
        .toSorted((one, other) => one.name.localeCompare(other.name))
        .map((view) => shown(view, listed, isShared));
    return { items: [...of(own, false), ...of(shared, true)] };
  }

  /**
   * Saved again, it is the same. Throws as `list` does, `ValidationFailed` for what the list does not take, and `HttpProblem`
   * 409 `SavedViewNameTaken` and `TooManySavedViews`.
   */
  async save(form: NewSavedView, caller: Caller, now = new Date()): Promise<SavedView> {
    const listed = await this.listAt(form.list, caller);
    expectTaken(listed, form.state);
    const { own, shared } = await this.shelves.of(caller.id);
    const known = (form.shared ? shared : own).find((each) => isSame(each, form, caller));
    if (known) return shown(known, listed, form.shared);
    const view: KeptView = {
      ...{ viewId: randomUUID(), list: form.list, name: storedText(form.name, 'line'), owner: caller.id },
      ...{ savedAt: now.toISOString(), state: form.state },
    };
    await this.shelves.put(view, form.shared);
    return shown(view, listed, form.shared);
  }

  /** Throws `HttpProblem` 404 `SavedViewNotFound`, 403 `SavedViewOfAnother`, and as `save` does. */
  async change(viewId: string, { name, shared, state }: SavedViewChange, caller: Caller): Promise<SavedView> {
    const { view, listed, isShared } = await this.find(viewId, caller);
    if (view.owner !== caller.id) throw savedViewProblems.problem('SavedViewOfAnother', { owner: view.owner });
    if (state) expectTaken(listed, state);
    const changed = { ...view, ...(name !== undefined && { name: storedText(name, 'line') }), ...(state && { state }) };
    await this.shelves.put(changed, shared ?? isShared);
    return shown(changed, listed, shared ?? isShared);
  }

  /** Throws `HttpProblem` 404 `SavedViewNotFound`, and 403 `SavedViewOfAnother` without the right to delete those of others. */
  async remove(viewId: string, caller: Caller): Promise<void> {
    const { view, rights } = await this.find(viewId, caller);
    if (view.owner !== caller.id && !rights.may(MANAGE))
      throw savedViewProblems.problem('SavedViewOfAnother', { owner: view.owner });
    await this.shelves.remove(view);
  }

  private async find(viewId: string, caller: Caller) {
    const [{ rights }, { own, shared }] = await Promise.all([this.contextOf(caller), this.shelves.of(caller.id)]);
    const view = [...own, ...shared].find((each) => each.viewId === viewId);
    const listed = view && this.lists.get(view.list);
    if (!listed || !rights.may(listed.list.needs)) return savedViewProblems.fail('SavedViewNotFound', { id: viewId });
    return { view, listed, rights, isShared: shared.includes(view) };
  }

  private async listAt(path: string, caller: Caller): Promise<ListedView> {
    const listed = this.lists.get(path);
    if (!listed) throw new ValidationFailed([{ field: 'list', rule: 'known', message: UNKNOWN_LIST }]);
    (await this.contextOf(caller)).expectRight(listed.list.needs);
    return listed;
  }

  private contextOf(caller: Caller): Promise<ReadContext> {
    return this.contexts.of(caller, undefined);
  }
}

const UNKNOWN_LIST = { en: '`list` names no list of the API.', zh: '`list` 不是 API 的列表。' };

const expectTaken = (listed: ListedView, state: ViewState) => {
  const misfits = misfitsOf(listed, state);
  if (misfits.length > 0) throw new ValidationFailed(misfits);
};

const isSame = (view: KeptView, { list, name, state }: NewSavedView, caller: Caller) =>
  view.list === list &&
  view.owner === caller.id &&
  sameName(view.name, name) &&
  JSON.stringify(view.state) === JSON.stringify(state);

import type { Misfit } from '@annals/command-bus';
import type { ListedView } from '@annals/event-sourcing';
import { sortsOf } from '../list-form.js';
import { parametersOf } from '../list-parameters.js';
import type { ViewState } from './saved-view.js';

type Part = { readonly field: string; readonly isKnown: boolean };

/** What a list takes of a saved view, and what not: its version may be older or newer. */
type Takes = {
  readonly filter: (name: string, values: readonly string[]) => boolean;
  readonly sort: (sort: string) => boolean;
  readonly column: (name: string) => boolean;
  readonly display: (name: string) => boolean;
};

const remembered = new WeakMap<ListedView, Takes>();

const takesOf = (view: ListedView): Takes => {
  const known = remembered.get(view) ?? newTakes(view);
  remembered.set(view, known);
  return known;
};

const newTakes = (view: ListedView): Takes => {
  const parameters = new Map(parametersOf(view).map((each) => [each.name, each]));
  const sorts = new Set(sortsOf(view));
  const columns = new Set([...Object.keys(view.answer.schema.shape), ...Object.keys(view.list.names ?? {})]);
  return {
    filter: (name, values) => parameters.get(name)?.keeps?.(values) === true,
    sort: (sort) => sorts.has(sort),
    column: (name) => columns.has(name),
    display: (name) => !parameters.has(name) && name !== 'sort' && name !== 'columns',
  };
};

/** What of a state a list does not take: unknown names and values, searched words, and filters by personal values. */
export const misfitsOf = (view: ListedView, { filters, sort, columns, display }: ViewState): readonly Misfit[] => {
  const takes = takesOf(view);
  const parts: readonly Part[] = [
    ...Object.entries(filters).map(([name, values]) => ({
      field: `filters.${name}`,
      isKnown: takes.filter(name, values),
    })),
    ...(sort === null ? [] : [{ field: 'sort', isKnown: takes.sort(sort) }]),
    ...(columns ?? []).map((name, index) => ({ field: `columns.${index}`, isKnown: takes.column(name) })),
    ...Object.keys(display).map((name) => ({ field: `display.${name}`, isKnown: takes.display(name) })),
  ];
  return parts.flatMap(({ field, isKnown }) => (isKnown ? [] : [misfit(`state.${field}`)]));
};

const misfit = (field: string): Misfit => ({
  ...{ field, rule: 'known' },
  message: {
    en: `\`${field}\` is nothing that a saved view of this list keeps.`,
    zh: `该列表的视图不保存 \`${field}\`。`,
  },
});

/** What of a state the list still takes. */
export const stillTaken = (view: ListedView, { filters, sort, columns, display }: ViewState): ViewState => {
  const takes = takesOf(view);
  const shown = (columns ?? []).filter(takes.column);
  return {
    filters: Object.fromEntries(Object.entries(filters).filter(([name, values]) => takes.filter(name, values))),
    sort: sort !== null && takes.sort(sort) ? sort : null,
    columns: shown.length > 0 ? shown : null,
    display: Object.fromEntries(Object.entries(display).filter(([name]) => takes.display(name))),
  };
};

import { Popover } from 'antd';
import { useRef } from 'react';
import type { Field } from '../../api/catalogue.js';
import { Icon } from '../icon.js';
import { useShortcuts } from '../keys.js';
import { SavedViews, type Savable } from '../saved-views/saved-views.js';
import { SearchField } from '../search-field.js';
import { AddFilter, SetFilter, useFilterLabel } from './chips.js';
import { namesOf } from './list-state.js';
import { useListTexts } from './texts.js';
import type { ListState } from './use-list.js';

type Props = {
  readonly state: ListState;
  readonly searchLabel?: string | undefined;
  /** Offers the saved views of the list. */
  readonly saved?: Savable | undefined;
  readonly columns: readonly Field[];
  readonly shown: readonly string[];
};

/** Search, saved views, one chip for each filter that is set, further filters, and the columns. */
export const FilterBar = ({ state, searchLabel, saved, columns, shown }: Props) => {
  const { form, filters } = state;
  const set = form.filters.filter((field) => namesOf(field).some((name) => (filters[name] ?? []).length > 0));
  return (
    <div className="tools">
      {form.searches && <Search state={state} label={searchLabel} />}
      {saved && <SavedViews {...saved} hidesSome={state.hidesSome} forget={state.forget} />}
      <div className="chips scroll">
        {set.map((field) => (
          <SetFilter key={field.name} field={field} state={state} />
        ))}
        <AddFilter state={state} set={set} />
        {(set.length > 1 || (set.length > 0 && state.words !== '')) && <Clear state={state} />}
      </div>
      <span className="grow" />
      {columns.length > 0 && <Columns state={state} columns={columns} shown={shown} />}
    </div>
  );
};

const Clear = ({ state }: { readonly state: ListState }) => (
  <button type="button" className="btn plain mini" onClick={state.clear}>
    {useListTexts()('clear')}
  </button>
);

const Search = ({ state, label }: { readonly state: ListState; readonly label: string | undefined }) => {
  const [t, input] = [useListTexts(), useRef<HTMLInputElement>(null)];
  useShortcuts([
    { key: '/', does: { en: 'Search in the list', zh: '在列表中搜索' }, run: () => input.current?.focus() },
  ]);
  return (
    <SearchField
      ref={input}
      label={label ?? t('search')}
      placeholder={label ?? t('search')}
      value={state.words}
      onChange={state.search}
      onKeyDown={({ key }) => key === 'Escape' && state.search('')}
    />
  );
};

const Columns = ({ state, columns, shown }: Omit<Props, 'searchLabel' | 'saved'>) => {
  const [t, labelOf] = [useListTexts(), useFilterLabel()];
  const toggle = (name: string) =>
    state.choose(
      columns.map((each) => each.name).filter((each) => (each === name ? !shown.includes(each) : shown.includes(each))),
    );
  const content = columns.map((each) => (
    <label key={each.name} className="check">
      <input type="checkbox" checked={shown.includes(each.name)} onChange={() => toggle(each.name)} />
      {labelOf(each)}
    </label>
  ));
  return (
    <Popover trigger="click" placement="bottomRight" content={<div className="filter-pop">{content}</div>}>
      <button type="button" className="btn hide-s">
        <Icon name="cols" /> {t('columns')}
      </button>
    </Popover>
  );
};

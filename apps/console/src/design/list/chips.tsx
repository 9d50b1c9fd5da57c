import { Popover } from 'antd';
import type { Field } from '../../api/catalogue.js';
import { useLanguage, useWords } from '../../words/language.js';
import { Icon } from '../icon.js';
import { AddChip } from './add-chip.js';
import { textOf } from './cell.js';
import { FilterValue } from './filter-value.js';
import { namesOf } from './list-state.js';
import { useListTexts } from './texts.js';
import type { ListState } from './use-list.js';

/** What a filter or a column is called. */
export const useFilterLabel = () => {
  const word = useWords();
  return ({ label, name }: Field) => (label ? word(label) : name);
};

/** A filter that is set, with its values. */
export const SetFilter = ({ field, state }: { readonly field: Field; readonly state: ListState }) => {
  const [t, language, labelOf] = [useListTexts(), useLanguage(), useFilterLabel()];
  const valuesOf = (name: string) => state.filters[name] ?? [];
  const values = namesOf(field).map((name) =>
    valuesOf(name)
      .map((value) => textOf(value, field, language))
      .join(', '),
  );
  const shown = field.kind === 'range' ? values.join(' – ') : values[0];
  const change = (name: string, next: readonly string[]) => state.filter(field, name, next);
  return (
    <span className="chip set">
      <Popover
        trigger="click"
        placement="bottomLeft"
        content={
          <div className="filter-pop">
            <FilterValue field={field} valuesOf={valuesOf} onChange={change} />
          </div>
        }
      >
        <button type="button">
          {labelOf(field)} <b>{field.kind === 'flag' ? '' : shown}</b>
        </button>
      </Popover>
      <button
        type="button"
        className="x"
        aria-label={t('remove', { name: labelOf(field) })}
        onClick={() => namesOf(field).forEach((name) => change(name, []))}
      >
        <Icon name="x" small />
      </button>
    </span>
  );
};

/** The filters that are not set. */
export const AddFilter = ({ state, set }: { readonly state: ListState; readonly set: readonly Field[] }) => {
  const [t, labelOf] = [useListTexts(), useFilterLabel()];
  const free = state.form.filters.filter((each) => each.label && !set.includes(each));
  return (
    <AddChip text={t('filter')} all={free} nameOf={({ name }) => name} labelOf={labelOf}>
      {(field) => (
        <FilterValue
          field={field}
          valuesOf={(name) => state.filters[name] ?? []}
          onChange={(name, values) => state.filter(field, name, values)}
        />
      )}
    </AddChip>
  );
};

import type { Words } from '../../words/language.js';
import { Icon } from '../icon.js';
import { isFigure } from './cell.js';
import type { ShownColumn } from './column.js';
import { nextSort, orderOf } from './list-state.js';
import { useListTexts } from './texts.js';
import type { ListState } from './use-list.js';
import type { Selection } from './use-selection.js';

type HeadsProps<Row> = {
  readonly columns: readonly ShownColumn<Row>[];
  readonly state: ListState;
  readonly labelOf: (column: { readonly label?: Words; readonly name: string }) => string;
  readonly select: Pick<Selection<Row>, 'isAll' | 'all' | 'clear'> | undefined;
};

/** The headings, by which a list is sorted. */
export const Heads = <Row,>({ columns, state, labelOf, select }: HeadsProps<Row>) => {
  const t = useListTexts();
  return (
    <thead>
      <tr>
        {select && (
          <th className="cell-check">
            <input
              type="checkbox"
              aria-label={t('selectAll')}
              checked={select.isAll}
              onChange={({ target }) => (target.checked ? select.all() : select.clear())}
            />
          </th>
        )}
        {columns.map((column) => (
          <Head
            key={column.name}
            column={column}
            state={state}
            label={labelOf({ ...column.field, ...(column.label && { label: column.label }) })}
          />
        ))}
      </tr>
    </thead>
  );
};

const Head = <Row,>({
  column,
  state,
  label,
}: {
  readonly column: ShownColumn<Row>;
  readonly state: ListState;
  readonly label: string;
}) => {
  const { name, field, width } = column;
  const order = orderOf(state.sort, name);
  return (
    <th className={isFigure(field) ? 'num' : undefined} style={{ width }} aria-sort={order}>
      {state.form.sorts.includes(name) ? (
        <button type="button" onClick={() => state.sortBy(nextSort(state.sort, name, isFigure(field)))}>
          {label} {order && <Icon name={order === 'descending' ? 'down' : 'up'} small />}
        </button>
      ) : (
        label
      )}
    </th>
  );
};

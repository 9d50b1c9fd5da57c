import type { ReactNode } from 'react';
import type { Field, ListForm } from '../../api/catalogue.js';
import { useWords, type Words } from '../../words/language.js';
import { Empty, ErrorNotice, SkeletonLines } from '../states.js';
import { FilterBar } from './filter-bar.js';
import type { Column } from './column.js';
import { Rows } from './rows.js';
import { useListTexts } from './texts.js';
import { useListForm, useListState, useRows, type ListState } from './use-list.js';

export type { Column } from './column.js';

type ListProps<Row> = {
  /** The path of its API, such as `/v1/customers`; filters, sorts and labels follow from there. */
  readonly path: string;
  /** The columns at first, by name of the field; the user may choose others. */
  readonly columns: readonly Column<Row>[];
  readonly idOf: (row: Row) => string;
  /** Where a row leads. */
  readonly to?: (row: Row) => string;
  /** Values that the page sets itself, such as the tab that is open. */
  readonly fixed?: Readonly<Record<string, unknown>>;
  readonly searchLabel?: string;
  /** Offers saved views, with these parameters of the page besides those of the list. */
  readonly saves?: readonly string[];
  /** In place of what OpenAPI says of a filter: for example the values that can be chosen. */
  readonly filters?: Readonly<Record<string, Partial<Field>>>;
  /** What is shown when there is nothing yet, and nothing is filtered. */
  readonly empty?: ReactNode;
  /** With it rows can be selected: what can be done with those. */
  readonly bulk?: (rows: readonly Row[], done: () => void) => ReactNode;
};

/** A list of the API: filters in the address, sorting, columns, endless rows. */
export const List = <Row,>(props: ListProps<Row>) => {
  const form = useListForm(props.path);
  return form ? <Stated {...props} form={form} /> : <SkeletonLines count={10} />;
};

const Stated = <Row,>({ form, filters = {}, ...props }: ListProps<Row> & { readonly form: ListForm }) => (
  <Loaded
    {...props}
    state={useListState({ ...form, filters: form.filters.map((each) => ({ ...each, ...filters[each.name] })) })}
  />
);

const isFiltered = ({ filters, words }: ListState) =>
  words !== '' || Object.values(filters).some((values) => values.length > 0);

const Loaded = <Row,>({
  path,
  columns,
  state,
  fixed,
  searchLabel,
  saves,
  empty,
  ...rest
}: ListProps<Row> & { readonly state: ListState }) => {
  const word = useWords();
  const found = useRows<Row>(path, state, fixed);
  const offered = offeredColumns(state.form.columns, columns);
  const names = state.columns ?? columns.map(({ name }) => name);
  const shown = names.flatMap((name) => columnNamed(name, columns, offered));
  const isEmpty = found.isSuccess && found.rows.length === 0;
  return (
    <>
      <FilterBar {...{ state, searchLabel, columns: offered, shown: names }} saved={saves && { path, also: saves }} />
      {found.error && <ErrorNotice error={found.error} retry={() => void found.refetch()} />}
      {isEmpty && <Nothing state={state} empty={empty} />}
      {!isEmpty && (
        <Rows
          found={found}
          columns={shown}
          state={state}
          labelOf={({ label, name }) => (label ? word(label) : name)}
          {...rest}
        />
      )}
    </>
  );
};

const Nothing = ({ state, empty }: { readonly state: ListState; readonly empty: ReactNode }) => {
  const t = useListTexts();
  if (!isFiltered(state)) return empty ?? <Empty title={t('none')} />;
  const clear = (
    <button type="button" className="btn" onClick={state.clear}>
      {t('clear')}
    </button>
  );
  return (
    <Empty title={t('noneFound')} actions={clear}>
      {t('noneWhy')}
    </Empty>
  );
};

const SIMPLE: readonly Field['kind'][] = [
  'choice',
  'day',
  'decimal',
  'flag',
  'instant',
  'integer',
  'money',
  'number',
  'person',
  'text',
];

/** Those that have a label and a way to be shown. */
const offeredColumns = <Row,>(fields: readonly Field[], columns: readonly Column<Row>[]) =>
  fields
    .map((field) => ({ ...field, ...labelled(columns.find(({ name }) => name === field.name)) }))
    .filter(
      ({ name, label, kind, item }) =>
        label && (SIMPLE.includes(kind) || item?.kind === 'choice' || columns.some((each) => each.name === name)),
    );

const labelled = ({ label }: { readonly label?: Words } = {}) => (label ? { label } : {});

const columnNamed = <Row,>(
  name: string,
  columns: readonly Column<Row>[],
  fields: readonly Field[],
): readonly (Column<Row> & { field: Field })[] => {
  const field = fields.find((each) => each.name === name);
  const column = columns.find((each) => each.name === name);
  if (!field && !column) return [];
  return [
    { ...(column ?? { name }), field: field ?? { name, kind: 'any', ...(column?.label && { label: column.label }) } },
  ];
};

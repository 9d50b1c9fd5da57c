import { useId } from 'react';
import { Link } from 'react-router';
import { Skeleton } from '../states.js';
import { Value } from './cell.js';
import { classOf, type ShownColumn } from './column.js';
import { useListTexts } from './texts.js';

type RowProps<Row> = {
  readonly columns: readonly ShownColumn<Row>[];
  readonly to?: (row: Row) => string;
  readonly row: Row;
  readonly index: number;
  readonly measure: (element: Element | null) => void;
  readonly selection?: { readonly isSelected: boolean; readonly toggle: () => void };
};

/** One record; its first cell leads to it. */
export const OneRow = <Row,>({ row, index, columns, to, measure, selection }: RowProps<Row>) => {
  const [t, id] = [useListTexts(), useId()];
  return (
    <tr ref={measure} data-index={index} className={selection?.isSelected ? 'sel' : undefined}>
      {selection && (
        <td className="cell-check">
          <input
            type="checkbox"
            id={id}
            aria-label={t('select')}
            aria-labelledby={`${id} ${id}-name`}
            checked={selection.isSelected}
            onChange={() => selection.toggle()}
          />
        </td>
      )}
      {columns.map(({ name, show, field, phone }, place) => {
        const content = show ? (
          show(row)
        ) : (
          <Value value={(row as Readonly<Record<string, unknown>>)[name]} field={field} />
        );
        return (
          <td key={name} className={classOf(field, phone, place)}>
            {place === 0 && to ? (
              <Link className="open nm" id={`${id}-name`} to={to(row)}>
                {content}
              </Link>
            ) : (
              content
            )}
          </td>
        );
      })}
    </tr>
  );
};

/** Rows of the final height that stand for those which are loaded. */
export const Waiting = <Row,>({
  columns,
  width,
  count,
}: {
  readonly columns: readonly ShownColumn<Row>[];
  readonly width: number;
  readonly count: number;
}) =>
  Array.from({ length: count }, (_, row) => (
    <tr key={row} aria-hidden="true">
      {width > columns.length && <td className="cell-check" />}
      {columns.map(({ name, field, phone }, place) => (
        <td key={name} className={classOf(field, phone, place)}>
          <Skeleton width={`${place === 0 ? 48 + ((row * 23) % 32) : 56}%`} />
        </td>
      ))}
    </tr>
  ));

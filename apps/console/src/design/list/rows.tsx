import type { ReactNode } from 'react';
import type { Words } from '../../words/language.js';
import type { ShownColumn } from './column.js';
import { Bulk, End } from './ends.js';
import { Heads } from './heads.js';
import { OneRow, Waiting } from './row.js';
import { useNearRows } from './use-near-rows.js';
import { useSelection } from './use-selection.js';
import type { ListState, useRows } from './use-list.js';

type Props<Row> = {
  readonly found: ReturnType<typeof useRows<Row>>;
  readonly columns: readonly ShownColumn<Row>[];
  readonly state: ListState;
  readonly labelOf: (column: { readonly label?: Words; readonly name: string }) => string;
  readonly idOf: (row: Row) => string;
  readonly to?: (row: Row) => string;
  readonly bulk?: (rows: readonly Row[], done: () => void) => ReactNode;
};

const [AT_FIRST, WAITING] = [12, 3]; // rows that stand for those that are loaded

/** The rows that are near the window; others are room of the same height. */
export const Rows = <Row,>({ found, columns, state, labelOf, idOf, to, bulk }: Props<Row>) => {
  const { rows, isPending, hasNextPage } = found;
  const { items, before, after, body, measure } = useNearRows(found, idOf);
  const width = columns.length + (bulk ? 1 : 0);
  const selection = useSelection(rows, idOf);
  return (
    <>
      <div className="tblwrap stack">
        <table className="list">
          <Heads columns={columns} state={state} labelOf={labelOf} select={bulk && selection} />
          <tbody ref={body}>
            <Gap height={before} width={width} />
            {items.map(({ index, key }) => (
              <OneRow
                key={key}
                {...{ index, measure, columns, row: rows[index]! }}
                {...(to && { to })}
                {...(bulk && { selection: selection.of(idOf(rows[index]!)) })}
              />
            ))}
            <Gap height={after} width={width} />
            {(isPending || hasNextPage) && (
              <Waiting columns={columns} width={width} count={isPending ? AT_FIRST : WAITING} />
            )}
          </tbody>
        </table>
      </div>
      <End found={found} />
      {bulk && <Bulk selection={selection}>{bulk(selection.rows, selection.clear)}</Bulk>}
    </>
  );
};

const Gap = ({ height, width }: { readonly height: number; readonly width: number }) =>
  height > 0 ? (
    <tr className="gap" aria-hidden="true">
      <td colSpan={width} style={{ height }} />
    </tr>
  ) : null;

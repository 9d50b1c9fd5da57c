import type { ReactNode } from 'react';

export type PlainColumn<Row> = {
  readonly label: string;
  readonly show: (row: Row) => ReactNode;
  /** Figures stand at the right. */
  readonly isFigure?: boolean;
  readonly width?: string;
  /** On a phone: `wide` takes a line, `off` is not shown; the others share lines of two. */
  readonly phone?: 'wide' | 'off';
};

type Props<Row> = {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly columns: readonly PlainColumn<Row>[];
  readonly idOf: (row: Row) => string;
};

const classOf = ({ isFigure = false, phone }: Pick<PlainColumn<never>, 'isFigure' | 'phone'>) =>
  [isFigure ? 'num' : '', phone === 'wide' ? 'w2' : '', phone === 'off' ? 'off' : ''].filter(Boolean).join(' ');

/** A short table that is read as a whole, in the look of a list. */
export const PlainTable = <Row,>({ label, rows, columns, idOf }: Props<Row>) => (
  <div className="tblwrap stack">
    <table className="list" aria-label={label}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.label} className={classOf(column)} style={{ width: column.width }}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={idOf(row)}>
            {columns.map((column) => (
              <td key={column.label} className={classOf(column)}>
                {column.show(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

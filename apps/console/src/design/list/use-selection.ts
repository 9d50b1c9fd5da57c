import { useState } from 'react';

/** The records of a list that are selected, as far as the list shows them. */
export const useSelection = <Row>(rows: readonly Row[], idOf: (row: Row) => string) => {
  const [selected, select] = useState<ReadonlySet<string>>(new Set());
  const chosen = selected.size === 0 ? [] : rows.filter((row) => selected.has(idOf(row)));
  const isAll = rows.length > 0 && chosen.length === rows.length;
  return {
    rows: chosen,
    isAll,
    clear: () => select(new Set()),
    all: () => select(new Set(rows.map(idOf))),
    of: (id: string) => ({
      isSelected: selected.has(id),
      toggle: () => select(new Set(selected.has(id) ? [...selected].filter((each) => each !== id) : [...selected, id])),
    }),
  };
};

export type Selection<Row> = ReturnType<typeof useSelection<Row>>;

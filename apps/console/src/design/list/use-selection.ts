import { useState } from 'react';

/** The records of a list that are selected. */
export const useSelection = () => {
  const [selected, select] = useState<ReadonlySet<string>>(new Set());
  return {
    ids: [...selected],
    clear: () => select(new Set()),
    ofAll: (ids: readonly string[]) => ({
      all: ids.length > 0 && selected.size === ids.length,
      toggle: (all: boolean) => select(new Set(all ? ids : [])),
    }),
    of: (id: string) => ({
      isSelected: selected.has(id),
      toggle: () => select(new Set(selected.has(id) ? [...selected].filter((each) => each !== id) : [...selected, id])),
    }),
  };
};

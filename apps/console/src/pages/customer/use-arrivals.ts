import { useEffect, useState } from 'react';
import type { HistoryEntry } from '../../design/event.js';
import { usePointerOver } from '../../design/use-pointer-over.js';

type Events = readonly HistoryEntry[];
type Ids = ReadonlySet<string>;

const idsOf = (events: Events): Ids => new Set(events.map(({ id }) => id));

/** Events that come while the page is open: held back while the pointer is over the others, so that nothing moves below it. */
export const useArrivals = (events: Events) => {
  const [first] = useState(() => idsOf(events));
  const [held, hold] = useState<Ids>();
  const [element, isOver] = usePointerOver();
  useEffect(() => hold(isOver ? idsOf(events) : undefined), [isOver]);
  const shown = held ? events.filter(({ id }) => held.has(id)) : events;
  return {
    ...{ shown, element },
    /** How many are held back. */
    count: events.length - shown.length,
    isNew: (id: string) => !first.has(id),
  };
};

import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { useRows } from './use-list.js';

const HEIGHT = 39; // px, of a row with its line
const AHEAD = 20; // rows before the end at which the next page is loaded

/** The rows near the window, the height of those before and after, and the next page when the end comes near. */
export const useNearRows = <Row>(found: ReturnType<typeof useRows<Row>>, idOf: (row: Row) => string) => {
  const body = useRef<HTMLTableSectionElement>(null);
  const { rows, hasNextPage, isFetchingNextPage, fetchNextPage } = found;
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => HEIGHT,
    overscan: 12,
    scrollMargin: body.current?.offsetTop ?? 0,
    getItemKey: (index) => idOf(rows[index]!),
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && last >= rows.length - AHEAD) void fetchNextPage();
  }, [last, rows.length, hasNextPage, isFetchingNextPage, fetchNextPage]);
  const { measureElement: measure, options } = virtual;
  return { items, ...roomAround(items, virtual.getTotalSize(), options.scrollMargin), body, measure };
};

type Item = { readonly start: number; readonly end: number };

const roomAround = (items: readonly Item[], height: number, margin: number) => {
  const { start, end } = { start: items[0]?.start ?? margin, end: items.at(-1)?.end ?? margin };
  return { before: start - margin, after: height - (end - margin) };
};

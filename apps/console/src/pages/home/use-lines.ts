import { useQuery } from '@tanstack/react-query';
import { searchPage, type ListQuery } from '../../api/list.js';

const FEW = 5; // lines of a section

/** The first records of a list, and how many there are. */
export const useLines = <Row>(path: string, query: ListQuery) =>
  useQuery({
    queryKey: ['home', path, query],
    queryFn: ({ signal }) => searchPage<Row>(path, { ...query, limit: FEW, total: 'true' }, signal),
    meta: { list: path },
  });

/** The day in the zone of the user that is `days` after the day of `now`, as `2025-05-03`. */
export const dayFrom = (now: Date, days: number): string => {
  const day = new Date(now.getFullYear(), now.getMonth(), now.getDate() + days);
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
};

/** The instant at which that day begins in the zone of the user. */
export const startOfDay = (now: Date, days: number): string =>
  new Date(now.getFullYear(), now.getMonth(), now.getDate() + days).toISOString();

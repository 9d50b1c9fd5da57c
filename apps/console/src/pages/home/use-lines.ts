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

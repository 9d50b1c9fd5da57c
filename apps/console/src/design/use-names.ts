import { useQuery } from '@tanstack/react-query';
import { searchPage } from '../api/list.js';
import { useMay } from '../session/use-session.js';

type Row = { readonly userId: string; readonly displayName: string };

const MOST = 1_000;

/** The name of a user by id, as far as the caller may see users; otherwise the id. */
export const useNames = (): ((userId: string) => string) => {
  const may = useMay();
  const { data } = useQuery({
    queryKey: ['users', 'names'],
    queryFn: ({ signal }) => searchPage<Row>('/v1/users', { limit: MOST }, signal),
    enabled: may('organisation.read'),
    staleTime: 5 * 60_000,
  });
  const names = new Map(data?.items.map(({ userId, displayName }) => [userId, displayName]));
  return (userId) => names.get(userId) ?? userId;
};

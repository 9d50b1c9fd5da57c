import { useQuery } from '@tanstack/react-query';
import { searchPage } from '../../api/list.js';
import { useMay } from '../../session/use-session.js';

type User = { readonly userId: string; readonly displayName: string };

const MOST = 1_000; // users that are offered

/** The active users by name, whom a form offers; `undefined` while they are loaded, and if the caller may not see users. */
export const useOfferedUsers = (): readonly User[] | undefined => {
  const may = useMay();
  const { data } = useQuery({
    queryKey: ['users', 'offered'],
    queryFn: ({ signal }) => searchPage<User>('/v1/users', { status: 'active', sort: 'name', limit: MOST }, signal),
    enabled: may('organisation.read'),
  });
  return data?.items;
};

/** Users as the values of a choice. */
export const choicesOf = (users: readonly User[]) =>
  users.map(({ userId, displayName }) => ({ value: userId, en: displayName, zh: displayName }));

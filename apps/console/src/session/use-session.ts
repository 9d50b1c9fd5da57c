import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { createContext, use, useEffect, useRef, useState } from 'react';
import { onSignedOut } from '../api/client.js';
import { resumeDrafts } from '../api/drafts.js';
import { readSession, type Session } from './session.js';

const KEY = ['session'];

/** The session, `null` for nobody, `undefined` while it is asked for; and whether it ended while the page was open. */
export const useSessionState = () => {
  const { data, error, refetch } = useQuery({
    queryKey: KEY,
    queryFn: readSession,
    staleTime: 5 * 60_000,
    retry: false,
  });
  const [isLost, setLost] = useState(false);
  const isIn = useRef(false);
  isIn.current = data !== undefined && data !== null;
  useEffect(() => onSignedOut(() => setLost(isIn.current)), []);
  return { session: data, error, isLost, again: () => refetch(), regained: () => setLost(false) };
};

export const SessionContext = createContext<Session | null>(null);

/** The session of the user. Throws where nobody is signed in. */
export const useSession = (): Session => {
  const session = use(SessionContext);
  if (!session) throw new Error('Nobody is signed in here.');
  return session;
};

/** Whether the caller has a right, for some customers at least. Everybody has `undefined`. */
export const useMay = (): ((right: string | undefined) => boolean) => {
  const { permissions } = useSession();
  return (right) => right === undefined || permissions.has(right);
};

/** Reads the session anew, and with it everything that depends on who is signed in. */
export const refreshSession = async (client: QueryClient, before: Session | null): Promise<void> => {
  const after = await client.fetchQuery({ queryKey: KEY, queryFn: readSession, staleTime: 0 });
  if (before && before.userId !== after?.userId) location.reload();
  else {
    resumeDrafts();
    void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== KEY[0] });
  }
};

/** Everything that was read is read again, without showing less meanwhile. */
export const useRefresh = (): (() => Promise<void>) => {
  const client = useQueryClient();
  return () => client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== KEY[0] });
};

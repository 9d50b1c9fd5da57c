import { useQueries } from '@tanstack/react-query';
import { searchPage, type ListQuery } from '../../api/list.js';
import { startOfDay } from '../../design/days.js';
import { useNow } from '../../design/moment.js';
import { useMay } from '../../session/use-session.js';
import { ofComplaint, ofContact, ofCustomer, ofDeal, type Change } from './changes.js';
import type { Whose } from './use-whose.js';

type Source = {
  readonly right: string;
  readonly path: string;
  readonly since: string;
  readonly sort: string;
  readonly of: (row: never) => Change;
};

const SOURCES: readonly Source[] = [
  { right: 'customers.read', path: '/v1/customers', since: 'registeredAt.from', sort: '-registeredAt', of: ofCustomer },
  { right: 'contacts.read', path: '/v1/contacts', since: 'contactedAt.from', sort: '-contactedAt', of: ofContact },
  { right: 'deals.read', path: '/v1/deals', since: 'updatedSince', sort: '-openedAt', of: ofDeal },
  { right: 'complaints.read', path: '/v1/complaints', since: 'updatedSince', sort: '-filedAt', of: ofComplaint },
];

const [READ, SHOWN] = [100, 10]; // records of a list, and changes of all of them

/** What happened since yesterday to the customers of the user or the team, the newest first. */
export const useChanges = ({ userId, isTeam }: Whose) => {
  const [may, now] = [useMay(), useNow()];
  const since = startOfDay(now, -1);
  const sources = SOURCES.filter(({ right }) => may(right));
  const query = (source: Source): ListQuery => ({
    ...(isTeam ? {} : { owner: userId }),
    ...{ [source.since]: since, sort: source.sort, limit: READ },
  });
  const found = useQueries({
    queries: sources.map((source) => ({
      queryKey: ['home', 'changes', source.path, query(source)],
      queryFn: ({ signal }: { signal: AbortSignal }) => searchPage<never>(source.path, query(source), signal),
      meta: { list: source.path },
    })),
  });
  const changes = sources
    .flatMap(({ of }, index) => (found[index]?.data?.items ?? []).map((row) => of(row)))
    .filter(({ at }) => at >= since)
    .toSorted((one, other) => other.at.localeCompare(one.at))
    .slice(0, SHOWN);
  return {
    changes,
    isPending: found.some(({ isPending }) => isPending),
    error: found.find(({ error }) => error)?.error ?? null,
    refetch: () => Promise.all(found.map(({ refetch }) => refetch())),
  };
};

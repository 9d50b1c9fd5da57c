import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { addressOf } from '../../design/addresses.js';
import { answerOf, api } from '../../api/client.js';
import { EventDetail, type HistoryEntry } from '../../design/event.js';
import { EVENT_KINDS, EVENT_TYPES, kindOfEvent, useEventWord } from '../../design/event-words.js';
import { ErrorNotice, SkeletonLines } from '../../design/states.js';
import { Timeline } from '../../design/timeline.js';
import { useNames } from '../../design/use-names.js';
import { Cause } from '../audit/entry.js';
import { KindChips, kindIn } from '../audit/kind-chips.js';
import { useCustomerAuditTexts } from './texts.js';
import { useAudited } from './use-audited.js';

const PAGE = 100; // entries

const useHistory = (customerId: string, type: readonly HistoryEntry['type'][] | undefined) => {
  const found = useInfiniteQuery({
    queryKey: ['audit', 'history', customerId, type],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/v1/customers/{customerId}/history', {
          params: {
            path: { customerId },
            query: {
              order: 'desc',
              limit: PAGE,
              ...(type && { type: type as never }),
              ...(pageParam && { cursor: pageParam }),
            },
          },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
  return { ...found, entries: (found.data?.pages ?? []).flatMap(({ items }) => items) };
};

/** Everything that was recorded of a customer, the newest first. */
export const CustomerHistory = () => {
  const [t, word, nameOf] = [useCustomerAuditTexts(), useEventWord(), useNames()];
  const { customerId, params, set } = useAudited();
  const kind = kindIn(params);
  const types = kind && EVENT_TYPES.filter((type) => kindOfEvent(type) === kind);
  const { entries, isPending, isSuccess, error, refetch, hasNextPage, fetchNextPage } = useHistory(customerId, types);
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const items = entries.map(({ id, type, occurredAt, actor }) => ({
    ...{ id, at: occurredAt, icon: EVENT_KINDS[kindOfEvent(type)].icon, text: word(type), aside: nameOf(actor) },
  }));
  return (
    <>
      <KindChips chosen={kind} choose={(to) => set({ kind: to, event: undefined })} />
      {error && <ErrorNotice error={error} retry={() => void refetch()} />}
      {isPending && <SkeletonLines count={12} />}
      {isSuccess && items.length === 0 && <p className="rows-none muted">{t('none')}</p>}
      <Timeline
        items={items}
        open={params.get('event') ?? undefined}
        onOpen={(event) => set({ event })}
        detail={(id) => <Opened entry={byId.get(id)} among={entries} />}
      />
      {hasNextPage && (
        <button type="button" className="btn" onClick={() => void fetchNextPage()}>
          {t('earlier')}
        </button>
      )}
    </>
  );
};

type OpenedProps = { readonly entry: HistoryEntry | undefined; readonly among: readonly HistoryEntry[] };

const Opened = ({ entry, among }: OpenedProps) => {
  const [t, { customerId }] = [useCustomerAuditTexts(), useAudited()];
  if (!entry) return null;
  const then = `${addressOf.customer(customerId)}?asOf=${entry.position}`;
  return (
    <EventDetail
      entry={entry}
      cause={<Cause entry={entry} among={among} />}
      actions={
        <Link className="btn mini" to={then}>
          {t('then')}
        </Link>
      }
    />
  );
};

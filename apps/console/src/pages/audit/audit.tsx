import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { addressOf } from '../../design/addresses.js';
import { EVENT_KINDS, EVENT_TYPES, kindOfEvent, useEventWord, type EventKind } from '../../design/event-words.js';
import { FindCustomer } from '../../design/find-customer.js';
import { PageHead } from '../../design/page-head.js';
import { Section } from '../../design/section.js';
import { Empty, ErrorNotice, SkeletonLines } from '../../design/states.js';
import { Timeline } from '../../design/timeline.js';
import { useAddress } from '../../design/use-address.js';
import { useCustomerNames } from '../../design/use-customer-names.js';
import { useNames } from '../../design/use-names.js';
import { Entry } from './entry.js';
import { readBack, type FeedEvent } from './feed.js';
import { KindChips, kindIn } from './kind-chips.js';
import { useAuditTexts } from './texts.js';

/** The events of all customers that the user may see, the newest first. */
const Audit = () => {
  const t = useAuditTexts();
  const [params, setParams] = useAddress();
  const kind = kindIn(params);
  return (
    <>
      <PageHead title={t('title')} />
      <div className="cols top">
        <div className="left">
          <KindChips chosen={kind} choose={(to) => setParams(to ? { kind: to } : {})} />
          <Events key={kind} kind={kind} />
        </div>
        <aside className="right">
          <Section title={t('find')}>
            <FindCustomer label={t('find')} to={addressOf.audit} />
            <p className="help">{t('findWhy')}</p>
          </Section>
        </aside>
      </div>
    </>
  );
};

const useFeed = (kind: EventKind | undefined) => {
  const types = kind ? EVENT_TYPES.filter((type) => kindOfEvent(type) === kind) : [];
  const found = useInfiniteQuery({
    queryKey: ['audit', 'feed', kind],
    queryFn: ({ pageParam }) => readBack(pageParam, types),
    initialPageParam: null as number | null,
    getNextPageParam: ({ next }) => next,
  });
  const pages = (found.data?.pages ?? []).map(({ events }) => events);
  return { ...found, pages, events: pages.flat() };
};

const isOfCustomer = ({ subject }: FeedEvent) => !subject.startsWith('@');

const Events = ({ kind }: { readonly kind: EventKind | undefined }) => {
  const [t, word, nameOf] = [useAuditTexts(), useEventWord(), useNames()];
  const [open, setOpen] = useState<string>();
  const { events, pages, isPending, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useFeed(kind);
  const customerOf = useCustomerNames(pages.map((page) => page.filter(isOfCustomer).map(({ subject }) => subject)));
  const byId = new Map(events.map((event) => [event.id, event]));
  const items = events.map((event) => {
    const { id, type, recordedAt, actor, subject } = event;
    const about = isOfCustomer(event) ? <Subject id={subject} name={customerOf(subject)} /> : null;
    return {
      ...{ id, at: recordedAt, icon: EVENT_KINDS[kindOfEvent(type)].icon, text: word(type) },
      aside: (
        <>
          {nameOf(actor)}
          {about}
        </>
      ),
    };
  });
  return (
    <>
      {error && <ErrorNotice error={error} retry={() => void refetch()} />}
      {isPending && <SkeletonLines count={12} />}
      {!isPending && !error && items.length === 0 && <Empty title={t('none')}>{t('noneWhy')}</Empty>}
      <Timeline items={items} open={open} onOpen={setOpen} detail={(id) => <Opened event={byId.get(id)} />} />
      {hasNextPage && (
        <button type="button" className="btn" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('earlier')}
        </button>
      )}
    </>
  );
};

/** The name of a customer, with the id on hover. */
const Subject = ({ id, name }: { readonly id: string; readonly name: string | undefined }) =>
  name === undefined ? null : (
    <>
      {' · '}
      <span title={id}>{name}</span>
    </>
  );

const Opened = ({ event }: { readonly event: FeedEvent | undefined }) => {
  const t = useAuditTexts();
  if (!event) return null;
  const { subject, position } = event;
  const actions = !isOfCustomer(event) ? undefined : (
    <>
      <Link className="btn mini" to={`${addressOf.audit(subject)}?event=${event.id}`}>
        {t('customer')}
      </Link>
      <Link className="btn mini" to={`${addressOf.customer(subject)}?asOf=${position}`}>
        {t('then')}
      </Link>
    </>
  );
  return <Entry subject={subject} position={position} actions={actions} />;
};

export default Audit;

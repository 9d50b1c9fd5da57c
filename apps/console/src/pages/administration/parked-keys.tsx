import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../../api/client.js';
import { SideDrawer } from '../../design/dialog.js';
import { useEventWord } from '../../design/event-words.js';
import { number } from '../../design/format.js';
import { Moment } from '../../design/moment.js';
import { ErrorNotice, SkeletonLines } from '../../design/states.js';
import type { components } from '../../generated/api.js';
import { useLanguage } from '../../words/language.js';
import { ActDrawer } from './act-drawer.js';
import { useOperationTexts } from './operation-texts.js';

type Parked = components['schemas']['Parked'];
type Act = { readonly name: 'Projections.retry' | 'Projections.skip'; readonly key: string };
type Props = { readonly projection: string; readonly onClose: () => void };

const useParked = (projection: string) =>
  useInfiniteQuery({
    queryKey: ['projections', 'parked', projection],
    queryFn: ({ pageParam, signal }) => {
      const query = pageParam === null ? {} : { cursor: pageParam };
      return answerOf(
        api.GET('/v1/projections/{projection}/parked', { params: { path: { projection }, query }, signal }),
      );
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });

/** The documents of a view that stand still, each with the event on which it failed, to be retried or left out. */
export const ParkedKeys = ({ projection, onClose }: Props) => {
  const [act, begin] = useState<Act>();
  const t = useOperationTexts();
  if (!act)
    return (
      <SideDrawer title={t('parkedOf', { view: projection })} onClose={onClose}>
        <ParkedList projection={projection} begin={begin} />
      </SideDrawer>
    );
  const { name, key } = act;
  return <ActDrawer name={name} of={key} fixed={{ projection, key }} onClose={() => begin(undefined)} />;
};

type ListProps = { readonly projection: string; readonly begin: (act: Act) => void };

const ParkedList = ({ projection, begin }: ListProps) => {
  const t = useOperationTexts();
  const { data, error, refetch, hasNextPage, fetchNextPage } = useParked(projection);
  if (!data) return error ? <ErrorNotice error={error} retry={() => void refetch()} /> : <SkeletonLines />;
  const items = data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <p className="muted">{t('nothingParked')}</p>;
  return (
    <>
      <ul className="rows one-col">
        {items.map((each) => (
          <ParkedKey key={`${each.building ?? ''} ${each.key}`} parked={each} begin={begin} />
        ))}
      </ul>
      {hasNextPage && (
        <button type="button" className="btn" onClick={() => void fetchNextPage()}>
          {t('further')}
        </button>
      )}
    </>
  );
};

const ParkedKey = ({ parked, begin }: { readonly parked: Parked; readonly begin: (act: Act) => void }) => {
  const [t, eventWord, language] = [useOperationTexts(), useEventWord(), useLanguage()];
  const { key, type, position, message, since, waiting } = parked;
  return (
    <li>
      <div className="strong">{key}</div>
      <div>
        {t('failedOn', { event: eventWord(type), position: number(position, language) })} · <Moment at={since} />
      </div>
      <div className="small bad">{message}</div>
      {waiting.events > 0 && (
        <div className="small muted">
          {t('waitingEvents', { count: waiting.events, number: number(waiting.events, language) })}
        </div>
      )}
      <div className="row-acts">
        <button type="button" className="btn mini" onClick={() => begin({ name: 'Projections.retry', key })}>
          {t('retry')}
          <span className="sr">: {key}</span>
        </button>
        <button type="button" className="btn mini danger" onClick={() => begin({ name: 'Projections.skip', key })}>
          {t('skip')}
          <span className="sr">: {key}</span>
        </button>
      </div>
    </li>
  );
};

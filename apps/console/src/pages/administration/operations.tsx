import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../../api/client.js';
import { Moment } from '../../design/moment.js';
import { ErrorNotice, SkeletonLines } from '../../design/states.js';
import type { components } from '../../generated/api.js';
import { ActDrawer } from './act-drawer.js';
import { useOperationTexts } from './operation-texts.js';
import { ParkedKeys } from './parked-keys.js';
import { Policies } from './policies.js';
import { ViewTable } from './view-table.js';
import type { View, ViewAct } from './view.js';

const [OFTEN, SELDOM] = [1_000, 10_000]; // ms between two looks, while something is rebuilt and otherwise

const isRebuilding = ({ rebuild }: View) => rebuild?.state === 'running';

const useViews = () =>
  useQuery({
    queryKey: ['projections'],
    queryFn: ({ signal }) => answerOf(api.GET('/v1/projections', { signal })),
    refetchInterval: ({ state }) => (state.data?.items.some(isRebuilding) ? OFTEN : SELDOM),
  });

/** The views and the policies: how far they are, and what can be done about one that stands still. */
export const Operations = () => {
  const { data, error, refetch } = useViews();
  return (
    <>
      {error && <ErrorNotice error={error} retry={() => void refetch()} />}
      {!data && !error && <SkeletonLines count={10} />}
      {data && <Found list={data} />}
    </>
  );
};

const Found = ({ list }: { readonly list: components['schemas']['ProjectionList'] }) => {
  const [act, begin] = useState<ViewAct>();
  const [parked, look] = useState<string>();
  const t = useOperationTexts();
  return (
    <>
      {list.logAwaySince && (
        <div className="notice" role="alert">
          <span>
            {t('logAway')} <Moment at={list.logAwaySince} />
          </span>
        </div>
      )}
      <section className="sec part">
        <div className="sec-h">
          <h2>{t('views')}</h2>
          <span className="faint small">{t('viewsWhy')}</span>
        </div>
        <ViewTable views={list.items} begin={begin} look={look} />
      </section>
      <Policies policies={list.policies} />
      {act && (
        <ActDrawer
          name={act.name}
          of={act.projection}
          fixed={{ projection: act.projection, drop: undefined }}
          onClose={() => begin(undefined)}
        />
      )}
      {parked !== undefined && <ParkedKeys projection={parked} onClose={() => look(undefined)} />}
    </>
  );
};

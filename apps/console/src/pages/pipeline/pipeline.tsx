import type { ListForm } from '../../api/catalogue.js';
import { number, roundMoney } from '../../design/format.js';
import { Following } from '../../design/following.js';
import { FilterBar } from '../../design/list/filter-bar.js';
import { useListState, type ListState } from '../../design/list/use-list.js';
import { PageHead } from '../../design/page-head.js';
import { ErrorNotice, SkeletonLines } from '../../design/states.js';
import { useAddress } from '../../design/use-address.js';
import { withParam } from '../../design/with-param.js';
import { useMay } from '../../session/use-session.js';
import { useLanguage } from '../../words/language.js';
import { BoardOfDeals } from './board.js';
import { DealList } from './deal-list.js';
import { stepsOf } from './deal.js';
import { Forecast } from './forecast.js';
import { usePipelineTexts } from './texts.js';
import { DEALS, SAVED, useBoardForm, useTotals, type Totals } from './use-board.js';

const LAYOUTS = ['board', 'list', 'forecast'] as const;
type Layout = (typeof LAYOUTS)[number];

const LISTS = [DEALS];

/** The open deals, as a board, as a list or as a forecast. */
const Pipeline = () => {
  const form = useBoardForm();
  return form ? <Loaded form={form} /> : <SkeletonLines count={8} />;
};

const Loaded = ({ form }: { readonly form: ListForm }) => {
  const [state, [params, setParams], t] = [useListState(form), useAddress(), usePipelineTexts()];
  const totals = useTotals(state.filters);
  const may = useMay();
  const offered = LAYOUTS.filter((each) => each !== 'forecast' || may('reports.read'));
  const layout: Layout = offered.find((each) => each === params.get('layout')) ?? 'board';
  const show = (next: Layout) =>
    setParams((before) => withParam(before, 'layout', next === 'board' ? undefined : next));
  const choice = (
    <div className="seg" role="group" aria-label={t('layout')}>
      {offered.map((each) => (
        <button key={each} type="button" aria-pressed={each === layout} onClick={() => show(each)}>
          {t(each)}
        </button>
      ))}
    </div>
  );
  return (
    <>
      <PageHead title={t('title')} meta={<Sum totals={totals.data} />} actions={choice} />
      {layout === 'list' ? (
        <div className="page">
          <Following lists={LISTS}>
            <DealList totals={totals.data} />
          </Following>
        </div>
      ) : (
        <>
          <div className="page board-tools">
            <FilterBar state={state} saved={{ path: DEALS, also: SAVED }} columns={[]} shown={[]} />
            {layout === 'board' && <Order state={state} />}
            {totals.error && <ErrorNotice error={totals.error} retry={() => void totals.refetch()} />}
          </div>
          <Following lists={LISTS}>
            {layout === 'forecast' ? (
              <Forecast steps={stepsOf(form)} filters={state.filters} />
            ) : (
              <BoardOfDeals form={form} state={state} totals={totals.data} />
            )}
          </Following>
        </>
      )}
    </>
  );
};

/** All open deals, and what they are worth by currency. */
const Sum = ({ totals }: { readonly totals: Totals | undefined }) => {
  const [t, language] = [usePipelineTexts(), useLanguage()];
  if (!totals) return <span>&nbsp;</span>;
  const { deals, value } = totals.total;
  return (
    <>
      <span>{t('deals', { count: deals, shown: number(deals, language) })}</span>
      {value
        .toSorted((one, other) => Number(other.amount) - Number(one.amount))
        .map((each) => (
          <span key={each.currency}>{roundMoney(each, language)}</span>
        ))}
    </>
  );
};

const ORDERS = { expectedCloseDate: 'soonest', '-value': 'largest', '-openedAt': 'newest' } as const;

const Order = ({ state }: { readonly state: ListState }) => {
  const t = usePipelineTexts();
  return (
    <select
      className="in order"
      aria-label={t('order')}
      value={state.sort ?? 'expectedCloseDate'}
      onChange={({ target }) => state.sortBy(target.value)}
    >
      {Object.entries(ORDERS).map(([sort, key]) => (
        <option key={sort} value={sort}>
          {t(key)}
        </option>
      ))}
    </select>
  );
};

export default Pipeline;

import { useLanguage, type Language } from '../../words/language.js';
import { number, roundMoney } from '../../design/format.js';
import type { Filters } from '../../design/list/list-state.js';
import { ErrorNotice, Skeleton } from '../../design/states.js';
import { Card } from './card.js';
import type { Deal, StepShown } from './deal.js';
import { usePipelineTexts } from './texts.js';
import { useDeals, type Totals } from './use-board.js';
import type { Board } from './use-drag.js';
import type { Moves } from './use-moves.js';
import { withRefused } from './use-refusals.js';

export type ColumnProps = {
  readonly shown: StepShown;
  readonly board: Board;
  readonly filters: Filters;
  readonly sort: string | undefined;
  readonly total: Totals['steps'][number] | undefined;
  readonly moves: Moves;
  /** Makes a step after the sale narrow again. */
  readonly fold?: () => void;
};

/** The values of a total by currency, the largest first. */
export const valuesOf = ({ value }: Pick<Totals['total'], 'value'>, language: Language): readonly string[] =>
  value.toSorted((one, other) => Number(other.amount) - Number(one.amount)).map((each) => roundMoney(each, language));

/** The deals of a step, with their total. */
export const Column = ({ shown, board, filters, sort, total, moves, fold }: ColumnProps) => {
  const [language, t, found] = [useLanguage(), usePipelineTexts(), useDeals(shown, filters, sort)];
  const deals = afterMoves(found.deals, shown, moves);
  return (
    <section
      className="col"
      id={shown.step}
      aria-labelledby={`${shown.step}-title`}
      {...board.dropAt({ to: shown.step })}
    >
      <header>
        <h2 id={`${shown.step}-title`}>
          <span>{shown[language]}</span> <span>{total && number(total.deals, language)}</span>
        </h2>
        {fold && (
          <button type="button" className="btn plain mini" onClick={fold}>
            {t('fold')}
          </button>
        )}
        <Total total={total} />
      </header>
      <div>
        {found.error && <ErrorNotice error={found.error} retry={() => void found.refetch()} />}
        {found.isPending && <Waiting />}
        {deals.map((deal) => (
          <Card key={deal.dealId} deal={deal} board={board} moves={moves} stalledAfter={total?.stalledAfterDays} />
        ))}
        {found.isSuccess && deals.length === 0 && <p className="small faint pad">{t('none')}</p>}
        <More found={found} total={total} />
      </div>
    </section>
  );
};

type MoreProps = { readonly found: ReturnType<typeof useDeals>; readonly total: ColumnProps['total'] };

/** Loads further deals, and says how many there are. */
const More = ({ found, total }: MoreProps) => {
  const [language, t] = [useLanguage(), usePipelineTexts()];
  if (!found.hasNextPage || !total) return null;
  return (
    <button
      type="button"
      className="btn plain mini"
      disabled={found.isFetchingNextPage}
      onClick={() => void found.fetchNextPage()}
    >
      {t('more', { count: number(Math.max(1, total.deals - found.deals.length), language) })}
    </button>
  );
};

/** Deals that were moved here first, without those that were moved away. */
const afterMoves = (deals: readonly Deal[], shown: StepShown, { shifted, refusals }: Moves): readonly Deal[] => [
  ...[...shifted.values()].flatMap(({ deal, target }) =>
    'to' in target && target.to === shown.step ? [{ ...deal, step: shown.step }] : [],
  ),
  ...withRefused(deals, shown, refusals).filter(({ dealId }) => !shifted.has(dealId)),
];

const Total = ({ total }: { readonly total: Totals['total'] | Totals['steps'][number] | undefined }) => {
  const language = useLanguage();
  if (!total)
    return (
      <p className="tot">
        <Skeleton width="72%" />
      </p>
    );
  const [first = '–', ...others] = valuesOf(total, language);
  return (
    <p className="tot">
      <span className="v">{first}</span>
      {others.map((each) => (
        <span key={each} className="w">
          {each}
        </span>
      ))}
    </p>
  );
};

const Waiting = () =>
  [64, 48, 72].map((width) => (
    <div key={width} className="deal" aria-hidden="true">
      <Skeleton width={`${width}%`} />
      <br />
      <Skeleton width="80%" />
    </div>
  ));

import { lazy, Suspense } from 'react';
import type { ListForm } from '../../api/catalogue.js';
import type { ListState } from '../../design/list/use-list.js';
import { Empty } from '../../design/states.js';
import { useAddress } from '../../design/use-address.js';
import { useMay } from '../../session/use-session.js';
import { Column } from './column.js';
import { stepsOf, type StepShown } from './deal.js';
import { Drops } from './drops.js';
import { Refusal } from './refusal.js';
import { StepTotals } from './step-totals.js';
import { Strip } from './strip.js';
import { usePipelineTexts } from './texts.js';
import { useTotals, type Totals } from './use-board.js';
import { useDrag } from './use-drag.js';
import { useMoves, type Moves } from './use-moves.js';
import { isAt } from './use-refusals.js';

const Closing = lazy(() => import('./closing.js'));

type Props = {
  readonly form: ListForm;
  readonly state: ListState;
  /** Of the open deals. */
  readonly totals: Totals | undefined;
};

/** The eight steps side by side; those after the sale are narrow until they are opened. */
export const BoardOfDeals = ({ form, state, totals: ofOpen }: Props) => {
  const withWon = useTotals(state.filters, ['open', 'won']).data;
  const [steps, may, moves, unfolded] = [stepsOf(form), useMay(), useMoves(), useUnfolded()];
  const board = useDrag({ steps, mayMove: may('deals.write'), move: moves.move });
  const isFiltered = Object.keys(state.filters).length > 0;
  if (withWon?.total.deals === 0) return <Nothing state={state} isFiltered={isFiltered} />;
  const totals = steps.flatMap(({ step, statuses }) => {
    const of = statuses.length > 1 ? withWon : ofOpen;
    return of?.steps.find((each) => each.step === step) ?? [];
  });
  const wide = steps.map(({ step, isSales }) => isSales || unfolded.steps.includes(step));
  return (
    <>
      <StepTotals steps={steps} totals={totals} />
      <Unseen moves={moves} seen={steps.filter((_, index) => wide[index])} />
      <div
        className="board"
        style={{ '--steps': wide.map((is) => (is ? 'minmax(200px, 1fr)' : '48px')).join(' ') } as never}
      >
        {steps.map((shown, index) => {
          const { step, isSales } = shown;
          const props = { shown, board, total: totals.find((each) => each.step === step) };
          return wide[index] ? (
            <Column
              key={step}
              {...{ ...props, filters: state.filters, sort: state.sort, moves }}
              {...(!isSales && { fold: () => unfolded.toggle(step) })}
            />
          ) : (
            <Strip key={step} {...props} unfold={() => unfolded.toggle(step)} />
          );
        })}
      </div>
      <Drops board={board} />
      <Suspense fallback={null}>
        {moves.question && <Closing question={moves.question} onAnswer={moves.answer} onCancel={moves.cancel} />}
      </Suspense>
    </>
  );
};

/** Moves that were not made of deals that no open column shows. */
const Unseen = ({ moves, seen }: { readonly moves: Moves; readonly seen: readonly StepShown[] }) => {
  const unseen = [...moves.refusals.all.values()].filter(({ deal }) => !seen.some((step) => isAt(deal, step)));
  return unseen.map((refused) => (
    <div key={refused.deal.dealId} className="page tight">
      <Refusal refused={refused} moves={moves} isNamed />
    </div>
  ));
};

/** The steps after the sale that are shown wide; they stand in the address. */
const useUnfolded = () => {
  const [params, setParams] = useAddress();
  const steps = params.getAll('wide');
  return {
    steps,
    toggle: (step: string) => {
      const changed = new URLSearchParams(params);
      changed.delete('wide');
      for (const each of steps.includes(step) ? steps.filter((other) => other !== step) : [...steps, step])
        changed.append('wide', each);
      setParams(changed);
    },
  };
};

const Nothing = ({ state, isFiltered }: { readonly state: ListState; readonly isFiltered: boolean }) => {
  const t = usePipelineTexts();
  const clear = (
    <button type="button" className="btn" onClick={state.clear}>
      {t('clear')}
    </button>
  );
  return isFiltered ? (
    <Empty title={t('noneFound')} actions={clear}>
      {t('noneWhy')}
    </Empty>
  ) : (
    <Empty title={t('empty')}>{t('emptyWhy')}</Empty>
  );
};

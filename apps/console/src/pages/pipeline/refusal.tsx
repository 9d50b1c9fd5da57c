import { changesIn, isConflict, type Since } from '../../design/conflict/conflict.js';
import { useEventWord } from '../../design/event-words.js';
import { Moment } from '../../design/moment.js';
import { useProblemText } from '../../design/states.js';
import { useNames } from '../../design/use-names.js';
import { useValueWords } from '../../design/value-words.js';
import type { Deal, Target } from './deal.js';
import { usePipelineTexts } from './texts.js';
import type { Moves } from './use-moves.js';
import type { Refused } from './use-refusals.js';

type Props = { readonly refused: Refused; readonly moves: Moves; readonly isNamed?: boolean };

const SHOWN = 3; // changes by others, the last ones

/** Why a deal was not moved: what others did with it meanwhile, or the rule; and the move once more. */
export const Refusal = ({ refused, moves, isNamed = false }: Props) => {
  const [t, textOf] = [usePipelineTexts(), useProblemText()];
  const { deal, error, again } = refused;
  return (
    <div className="refusal" role="alert">
      {isNamed && <b>{deal.title}</b>}
      {isConflict(error) ? <ByOthers deal={deal} since={changesIn(error).since} /> : <p>{textOf(error)}</p>}
      <span className="chips">
        {again && canGo(deal, again.target) && (
          <button type="button" className="btn mini" onClick={() => moves.again(refused)}>
            <AgainWord target={again.target} />
          </button>
        )}
        <button type="button" className="btn plain mini" onClick={() => moves.refusals.forget(deal.dealId)}>
          {t('understood')}
        </button>
      </span>
    </div>
  );
};

/** A closed deal is opened again first, but for a won one, which moves on. */
const canGo = ({ step, status }: Deal, target: Target) =>
  'to' in target ? status !== 'lost' && step !== target.to : status === 'open';

const AgainWord = ({ target }: { readonly target: Target }) => {
  const [t, word] = [usePipelineTexts(), useValueWords()];
  if ('to' in target) return <>{t('againTo', { step: word('OpenDealStep', target.to) })}</>;
  return <>{t(target.outcome === 'won' ? 'againWon' : 'againLost')}</>;
};

/** Who did what with the deal, and when. */
const ByOthers = ({ deal, since }: { readonly deal: Deal; readonly since: readonly Since[] }) => {
  const [t, didWhat] = [usePipelineTexts(), useDidWhat(deal)];
  const last = since.slice(-SHOWN);
  if (last.length === 0) return <p>{t('changed')}</p>;
  return last.map((each, index) => (
    <p key={each.recordedAt}>
      {didWhat(each, index === last.length - 1)} <span className="faint">· {<Moment at={each.recordedAt} />}</span>
    </p>
  ));
};

/** The last move led to where the deal is now. */
const useDidWhat = ({ step, status }: Deal) => {
  const [t, nameOf, eventWord, word] = [usePipelineTexts(), useNames(), useEventWord(), useValueWords()];
  return ({ type, actor }: Since, isLast: boolean): string => {
    const name = nameOf(actor);
    if (isLast && type === 'DealAdvanced') return t('movedBy', { name, step: word('OpenDealStep', step) });
    if (isLast && type === 'DealClosed' && status !== 'open') return t(status === 'won' ? 'wonBy' : 'lostBy', { name });
    return t('changedBy', { name, event: eventWord(type) });
  };
};

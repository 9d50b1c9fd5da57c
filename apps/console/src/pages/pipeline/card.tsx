import { Link } from 'react-router';
import { addressOf } from '../../design/addresses.js';
import { Icon } from '../../design/icon.js';
import { day } from '../../design/dates.js';
import { money, roundMoney } from '../../design/format.js';
import { useNow } from '../../design/moment.js';
import { useLanguage } from '../../words/language.js';
import { daysBetween, isStalled, type Deal } from './deal.js';
import { MoveMenu } from './move-menu.js';
import { Refusal } from './refusal.js';
import { usePipelineTexts } from './texts.js';
import type { Board } from './use-drag.js';
import type { Moves } from './use-moves.js';

type Props = { readonly deal: Deal; readonly board: Board; readonly moves: Moves };

/** A deal: what it is about, whose, how much, how long it has been at its step. */
export const Card = ({ deal, board, moves }: Props) => {
  const language = useLanguage();
  const { dealId, title, customerName, customerId, value } = deal;
  const refused = moves.refusals.all.get(dealId);
  return (
    <article
      className={board.dragged?.dealId === dealId ? 'deal drag' : 'deal'}
      draggable={board.mayMove}
      onDragStart={(event) => board.start(event, deal)}
      onDragEnd={board.end}
    >
      <div className="top">
        <Link className="open" to={addressOf.deal(dealId)} draggable={false}>
          {title}
        </Link>
        {board.mayMove && <MoveMenu deal={deal} board={board} />}
      </div>
      <span className="c">{customerName ?? customerId}</span>
      <span className="f">
        <span className="m" title={money(value, language)}>
          {roundMoney(value, language)}
        </span>
        <Age deal={deal} />
      </span>
      <Mark deal={deal} />
      {refused && <Refusal refused={refused} moves={moves} />}
    </article>
  );
};

const Age = ({ deal }: { readonly deal: Deal }) => {
  const [t, now] = [usePipelineTexts(), useNow()];
  if (markOf(deal, now)) return null;
  const days = t('days', { count: daysBetween(deal.stepSince, now) });
  return <span title={t('inStep', { days })}>{days}</span>;
};

/** What is wrong with an open deal: it does not move on, or should have been closed by now. */
const markOf = (deal: Deal, now: Date) => {
  const { status, stepSince, expectedCloseDate } = deal;
  if (status !== 'open') return undefined;
  if (isStalled(deal, now))
    return {
      icon: 'clock',
      text: 'stalled',
      since: stepSince,
      why: 'since',
      count: daysBetween(stepSince, now),
    } as const;
  const count = expectedCloseDate === null ? 0 : daysBetween(`${expectedCloseDate}T00:00:00`, now);
  return expectedCloseDate !== null && count > 0
    ? ({ icon: 'alert', text: 'late', since: expectedCloseDate, why: 'expected', count } as const)
    : undefined;
};

const Mark = ({ deal }: { readonly deal: Deal }) => {
  const [t, now, language] = [usePipelineTexts(), useNow(), useLanguage()];
  const mark = markOf(deal, now);
  return mark ? (
    <span className="stall" title={t(mark.why, { day: day(mark.since, language) })}>
      <Icon name={mark.icon} small />
      {t(mark.text, { days: t('days', { count: mark.count }) })}
    </span>
  ) : null;
};

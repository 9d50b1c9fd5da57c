import { Link } from 'react-router';
import { addressOf } from '../../design/addresses.js';
import { money, roundMoney } from '../../design/format.js';
import { useLanguage } from '../../words/language.js';
import type { Deal } from './deal.js';
import { Age, Mark } from './mark.js';
import { MoveMenu } from './move-menu.js';
import { Refusal } from './refusal.js';
import type { Board } from './use-drag.js';
import type { Moves } from './use-moves.js';

type Props = {
  readonly deal: Deal;
  readonly board: Board;
  readonly moves: Moves;
  /** Days at the step after which a deal counts as stalled. */
  readonly stalledAfter: number | undefined;
};

/** A deal: what it is about, whose, how much, how long it has been at its step. */
export const Card = ({ deal, board, moves, stalledAfter }: Props) => {
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
        <Age deal={deal} stalledAfter={stalledAfter} />
      </span>
      <Mark deal={deal} stalledAfter={stalledAfter} />
      {refused && <Refusal refused={refused} moves={moves} />}
    </article>
  );
};

import { usePipelineTexts } from './texts.js';
import type { Board } from './use-drag.js';

/** Where a deal is dropped that is won or lost; shown while one is dragged. */
export const Drops = ({ board }: { readonly board: Board }) => {
  const t = usePipelineTexts();
  return board.dragged?.status !== 'open' ? null : (
    <div className="drops">
      <div className="won" {...board.dropAt({ outcome: 'won' })}>
        {t('dropWon')}
      </div>
      <div className="lost" {...board.dropAt({ outcome: 'lost' })}>
        {t('dropLost')}
      </div>
    </div>
  );
};

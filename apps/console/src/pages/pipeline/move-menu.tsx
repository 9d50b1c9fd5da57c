import { Popover } from 'antd';
import { useState } from 'react';
import { Icon } from '../../design/icon.js';
import { useLanguage } from '../../words/language.js';
import type { Deal, Target } from './deal.js';
import { usePipelineTexts } from './texts.js';
import type { Board } from './use-drag.js';

/** Moves a deal without dragging it. */
export const MoveMenu = ({ deal, board }: { readonly deal: Deal; readonly board: Board }) => {
  const [isOpen, setOpen] = useState(false);
  const [t, language] = [usePipelineTexts(), useLanguage()];
  const choose = (target: Target) => {
    setOpen(false);
    board.move(deal, target);
  };
  const content = (
    <div className="menu" role="group" aria-label={t('moveTo')}>
      <p className="lab">{t('moveTo')}</p>
      {board.steps.map(({ step, ...words }) => (
        <button key={step} type="button" disabled={step === deal.step} onClick={() => choose({ to: step })}>
          {step === deal.step && <Icon name="check" small />} {words[language]}
        </button>
      ))}
      <p className="lab">{t('close')}</p>
      {(['won', 'lost'] as const).map((outcome) => (
        <button key={outcome} type="button" onClick={() => choose({ outcome })}>
          {t(outcome)}
        </button>
      ))}
    </div>
  );
  return (
    <Popover trigger="click" placement="bottomRight" open={isOpen} onOpenChange={setOpen} content={content}>
      <button type="button" className="btn plain mini dots" aria-label={t('move', { title: deal.title })}>
        <Icon name="more" />
      </button>
    </Popover>
  );
};

import { Popover } from 'antd';
import { useState } from 'react';
import { Icon } from '../../design/icon.js';
import { useLanguage } from '../../words/language.js';
import type { Deal, Target } from './deal.js';
import { usePipelineTexts } from './texts.js';
import type { Board } from './use-drag.js';

/** A won deal moves on only, and a step without won deals is none of its steps. */
const stepsFor = ({ status, step }: Deal, steps: Board['steps']) => {
  const at = steps.findIndex((each) => each.step === step);
  return status === 'open' ? steps : steps.filter(({ statuses }, index) => index >= at && statuses.includes(status));
};

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
      {stepsFor(deal, board.steps).map(({ step, ...words }) => (
        <button key={step} type="button" disabled={step === deal.step} onClick={() => choose({ to: step })}>
          {step === deal.step && <Icon name="check" small />} {words[language]}
        </button>
      ))}
      {deal.status === 'open' && <p className="lab">{t('close')}</p>}
      {(deal.status === 'open' ? (['won', 'lost'] as const) : []).map((outcome) => (
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

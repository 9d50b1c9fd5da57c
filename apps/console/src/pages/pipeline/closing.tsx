import { useId, useState } from 'react';
import { Dialog } from '../../design/dialog.js';
import { Amount } from '../../design/moment.js';
import { useFirstFocus } from '../../design/use-first-focus.js';
import { useValueWords } from '../../design/value-words.js';
import type { Why } from './deal.js';
import { usePipelineTexts } from './texts.js';
import { useGivenBefore } from './use-given-before.js';
import type { Question } from './use-moves.js';

type Props = {
  readonly question: Question;
  readonly onAnswer: (why: Why) => void;
  readonly onCancel: () => void;
};

const LONGEST = 200; // characters of a reason

/** Asks why, before anything is written. */
const Closing = ({ question, onAnswer, onCancel }: Props) => {
  const { deal, target, hint } = question;
  const [reason, setReason] = useState('');
  const [competitor, setCompetitor] = useState('');
  const [t, ids, field] = [usePipelineTexts(), useId(), useFirstFocus<HTMLTextAreaElement>()];
  const isLoss = 'outcome' in target && target.outcome === 'lost';
  const words = useQuestionWords(question);
  const why = { reason: reason.trim(), ...(competitor.trim() !== '' && { competitor: competitor.trim() }) };
  return (
    <Dialog title={words.title} onClose={onCancel} width={480}>
      <form
        className="drawer-form"
        onSubmit={(event) => {
          event.preventDefault();
          onAnswer(why);
        }}
      >
        <p className="muted">
          {deal.customerName ?? deal.customerId} · <Amount value={deal.value} />
        </p>
        <div className="field">
          <label htmlFor={`${ids}-reason`}>{t('reason')}</label>
          <textarea
            className="in"
            id={`${ids}-reason`}
            value={reason}
            maxLength={LONGEST}
            required
            ref={field}
            aria-describedby={hint ? `${ids}-hint` : undefined}
            onChange={({ target: { value } }) => setReason(value)}
          />
          {hint && (
            <span className="help" id={`${ids}-hint`}>
              {hint}
            </span>
          )}
        </div>
        {isLoss && <GivenBefore onChoose={setReason} />}
        {isLoss && (
          <div className="field">
            <label htmlFor={`${ids}-competitor`}>{t('competitor')}</label>
            <input
              className="in"
              id={`${ids}-competitor`}
              value={competitor}
              maxLength={LONGEST}
              onChange={({ target: { value } }) => setCompetitor(value)}
            />
          </div>
        )}
        <div className="drawer-foot">
          <button type="button" className="btn" onClick={onCancel}>
            {t('keep')}
          </button>
          <button type="submit" className="btn main-act" disabled={reason.trim() === ''}>
            {words.action}
          </button>
        </div>
      </form>
    </Dialog>
  );
};

const GATED = 'GatedStepNeedsReason';

const useQuestionWords = ({ deal: { title }, target, code }: Question) => {
  const [t, word] = [usePipelineTexts(), useValueWords()];
  if ('to' in target) {
    const said = { title, step: word('OpenDealStep', target.to) };
    return code === GATED
      ? { title: t('whyGated', said), action: t('goOn') }
      : { title: t('whyBack', said), action: t('back') };
  }
  return target.outcome === 'lost'
    ? { title: t('whyLost', { title }), action: t('lose') }
    : { title: t('whyWon', { title }), action: t('win') };
};

/** The reasons that are given most often, to be taken over by a click. */
const GivenBefore = ({ onChoose }: { readonly onChoose: (reason: string) => void }) => {
  const [t, reasons] = [usePipelineTexts(), useGivenBefore()];
  return reasons.length === 0 ? null : (
    <div className="chips" role="group" aria-label={t('earlier')}>
      {reasons.map((each) => (
        <button key={each} type="button" className="chip" onClick={() => onChoose(each)}>
          {each}
        </button>
      ))}
    </div>
  );
};

export default Closing;

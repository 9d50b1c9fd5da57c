import { number } from '../../design/format.js';
import { useLanguage } from '../../words/language.js';
import { valuesOf } from './column.js';
import type { StepShown } from './deal.js';
import { usePipelineTexts } from './texts.js';
import type { Totals } from './use-board.js';

type Props = { readonly steps: readonly StepShown[]; readonly totals: Totals['steps'] };

/** On a phone: every step with its total, leading to its deals below. */
export const StepTotals = ({ steps, totals }: Props) => {
  const [t, language] = [usePipelineTexts(), useLanguage()];
  return (
    <nav className="steps only-s" aria-label={t('steps')}>
      {steps.map(({ step, ...words }) => {
        const total = totals.find((each) => each.step === step);
        const [first = '–', second] = total ? valuesOf(total, language) : [];
        return (
          <a key={step} href={`#${step}`}>
            <span className="t">
              {words[language]} <span className="faint">{total && number(total.deals, language)}</span>
            </span>
            <span className="v">{first}</span>
            <span className="w">{second ?? '\u00a0'}</span>
          </a>
        );
      })}
    </nav>
  );
};

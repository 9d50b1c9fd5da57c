import { number } from '../../design/format.js';
import { useLanguage } from '../../words/language.js';
import { valuesOf, type ColumnProps } from './column.js';
import { usePipelineTexts } from './texts.js';

type Props = Pick<ColumnProps, 'shown' | 'board' | 'total'> & { readonly unfold: () => void };

/** A step after the sale: number and total, until it is opened; deals can be dropped there. */
export const Strip = ({ shown, board, total, unfold }: Props) => {
  const [language, t] = [useLanguage(), usePipelineTexts()];
  return (
    <section className="col slim" id={shown.step} aria-label={shown[language]} {...board.dropAt({ to: shown.step })}>
      <button type="button" aria-expanded="false" title={t('open')} onClick={unfold}>
        <span className="n">{total && number(total.deals, language)}</span>
        <span className="v">
          <span>{shown[language]}</span>
          {total && <span className="faint">{valuesOf(total, language).join(' · ')}</span>}
        </span>
      </button>
    </section>
  );
};

import type { components } from '../../generated/api.js';
import { number } from '../../design/format.js';
import type { Filters } from '../../design/list/list-state.js';
import { ErrorNotice } from '../../design/states.js';
import { useLanguage } from '../../words/language.js';
import type { StepShown } from './deal.js';
import { usePipelineTexts } from './texts.js';
import { useConversions, type Moment } from './use-forecast.js';

type Conversion = components['schemas']['StepConversion'];

type Props = { readonly steps: readonly StepShown[]; readonly filters: Filters; readonly moment: Moment };

/** The probability of each step beside what became of the deals that have been at it. */
export const StepEvidence = ({ steps, filters, moment }: Props) => {
  const [t, language, found] = [usePipelineTexts(), useLanguage(), useConversions(filters, moment)];
  if (found.error) return <ErrorNotice error={found.error} retry={() => void found.refetch()} />;
  const conversions = new Map(found.data?.steps.map((each) => [each.step, each]));
  return (
    <section className="sec">
      <div className="sec-h">
        <h2>{t('byStep')}</h2>
      </div>
      <div className="tblwrap" role="region" aria-label={t('byStep')} tabIndex={0}>
        <table className="pin names">
          <thead>
            <tr>
              <th>{t('step')}</th>
              {(['probability', 'winRate', 'count', 'won', 'lost', 'conversion', 'averageDays'] as const).map(
                (name) => (
                  <th key={name} className="num">
                    {t(name)}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {steps.map(({ step, ...words }) => {
              const conversion = conversions.get(step);
              return (
                <tr key={step}>
                  <td>{words[language]}</td>
                  {conversion && <Figures conversion={conversion} />}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
};

const PERCENT = 100;

const Figures = ({ conversion }: { readonly conversion: Conversion }) => {
  const [t, language] = [usePipelineTexts(), useLanguage()];
  const { probability, winRate, deals, won, lost, conversionRate, averageDays } = conversion;
  const share = (value: number | null) =>
    value === null ? '–' : `${number((value * PERCENT).toFixed(1), language)} %`;
  return (
    <>
      {[share(probability), share(winRate)].map((text, index) => (
        <td key={index} className="num">
          {text}
        </td>
      ))}
      {[deals, won, lost].map((count, index) => (
        <td key={index} className="num">
          {number(count, language)}
        </td>
      ))}
      <td className="num">{share(conversionRate)}</td>
      <td className="num">{averageDays === null ? '–' : t('daysEach', { days: number(averageDays, language) })}</td>
    </>
  );
};

import { Link } from 'react-router';
import { addressOf } from '../../design/addresses.js';
import { money, number, roundMoney } from '../../design/format.js';
import type { Filters } from '../../design/list/list-state.js';
import { ErrorNotice } from '../../design/states.js';
import type { components } from '../../generated/api.js';
import { useLanguage } from '../../words/language.js';
import { usePipelineTexts } from './texts.js';
import { useOutcomes, type Moment } from './use-forecast.js';

type Outcome = components['schemas']['ForecastOutcome'];
type DealOutcome = components['schemas']['DealOutcome'];

type Props = { readonly filters: Filters; readonly moment: Moment & { readonly asOf: string } };

/** What has become of the deals that were open at the moment. */
export const Outcomes = ({ filters, moment }: Props) => {
  const [t, language, found] = [usePipelineTexts(), useLanguage(), useOutcomes(filters, moment)];
  if (found.error) return <ErrorNotice error={found.error} retry={() => void found.refetch()} />;
  const { totals = [], deals = [], left = 0 } = found.data ?? {};
  if (totals.length === 0) return null;
  return (
    <section className="sec">
      <div className="sec-h">
        <h2>{t('became')}</h2>
      </div>
      {totals.map((total) => (
        <Sums key={total.currency} total={total} />
      ))}
      <div className="tblwrap" role="region" aria-label={t('became')} tabIndex={0}>
        <table className="pin names">
          <thead>
            <tr>
              <th>{t('deal')}</th>
              {(['valueThen', 'weightedValue', 'now', 'valueNow'] as const).map((name) => (
                <th key={name} className="num">
                  {t(name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {deals.map((deal) => (
              <Line key={deal.dealId} deal={deal} />
            ))}
          </tbody>
        </table>
      </div>
      {left > 0 && <p className="small faint">{t('left', { count: number(left, language) })}</p>}
    </section>
  );
};

const Sums = ({ total }: { readonly total: Outcome }) => {
  const [t, language] = [usePipelineTexts(), useLanguage()];
  const worth = (amount: string) => roundMoney({ amount, currency: total.currency }, language);
  const states = (['won', 'lost', 'open', 'gone'] as const).filter((state) => total[state].deals > 0);
  return (
    <p>
      {t('wasForecast', {
        ...{ weighted: worth(total.weightedValue), low: worth(total.forecastLow), high: worth(total.forecastHigh) },
      })}{' '}
      {states
        .map((state) => {
          const { deals, value } = total[state];
          return t('becameSo', { state: t(`is-${state}`), deals: number(deals, language), value: worth(value) });
        })
        .join(' · ')}
    </p>
  );
};

const Line = ({ deal: { dealId, value, weightedValue, status, valueNow } }: { readonly deal: DealOutcome }) => {
  const [t, language] = [usePipelineTexts(), useLanguage()];
  const worth = (amount: string) => money({ amount, currency: value.currency }, language);
  return (
    <tr>
      <td>
        {status === null ? (
          dealId
        ) : (
          <Link className="link" to={addressOf.deal(dealId)}>
            {dealId}
          </Link>
        )}
      </td>
      <td className="num">{worth(value.amount)}</td>
      <td className="num">{worth(weightedValue)}</td>
      <td className="num">{t(`is-${status ?? 'gone'}`)}</td>
      <td className="num">{valueNow === null ? '–' : worth(valueNow)}</td>
    </tr>
  );
};

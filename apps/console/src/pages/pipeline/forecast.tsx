import { Link } from 'react-router';
import { month } from '../../design/dates.js';
import { number, roundMoney } from '../../design/format.js';
import type { Filters } from '../../design/list/list-state.js';
import { Empty, ErrorNotice, SkeletonLines } from '../../design/states.js';
import { useLanguage, type Language } from '../../words/language.js';
import { Then } from '../reports/then.js';
import type { Report, ReportRow } from '../reports/use-report.js';
import type { StepShown } from './deal.js';
import { Outcomes } from './outcomes.js';
import { StepEvidence } from './step-evidence.js';
import { usePipelineTexts } from './texts.js';
import { useForecast, useMoment, type Moment } from './use-forecast.js';

type Props = { readonly steps: readonly StepShown[]; readonly filters: Filters };

/** What open deals are expected to bring by month, with what speaks for it; as of any day. */
export const Forecast = ({ steps, filters }: Props) => {
  const [t, { setMoment, ...moment }] = [usePipelineTexts(), useMoment()];
  const found = useForecast(filters, moment);
  return (
    <div className="page">
      <p className="sentence">
        {t('forecastOf')} <Then asked={moment} setMoment={setMoment} />
      </p>
      {found.error && <ErrorNotice error={found.error} retry={() => void found.refetch()} />}
      {found.data ? (
        <Currencies report={found.data} filters={filters} moment={moment} />
      ) : (
        found.isPending && <SkeletonLines count={8} />
      )}
      {moment.asOf !== undefined && <Outcomes filters={filters} moment={{ ...moment, asOf: moment.asOf }} />}
      <StepEvidence steps={steps} filters={filters} moment={moment} />
    </div>
  );
};

type ShownProps = { readonly report: Report; readonly filters: Filters; readonly moment: Moment };

/** A table for each currency, since amounts of different ones are never added up. */
const Currencies = ({ report: { rows, totals }, ...shown }: ShownProps) => {
  const t = usePipelineTexts();
  if (totals.length === 0) return <Empty title={t('empty')}>{t('noneWhy')}</Empty>;
  return totals.map((total) => {
    const { currency } = total.key;
    const own = rows.filter(({ key }) => key['currency'] === currency);
    return <Months key={String(currency)} currency={String(currency)} rows={own} total={total} {...shown} />;
  });
};

const COLUMNS = ['openValue', 'commitValue', 'bestCaseValue', 'pipelineValue', 'weightedValue'] as const;

type MonthsProps = Omit<ShownProps, 'report'> & {
  readonly currency: string;
  readonly rows: readonly ReportRow[];
  readonly total: ReportRow;
};

const Months = ({ currency, rows, total, filters, moment }: MonthsProps) => {
  const [t, language] = [usePipelineTexts(), useLanguage()];
  return (
    <section className="sec">
      <div className="sec-h">
        <h2>{t('byMonth')}</h2>
        <span className="faint small">{currency}</span>
      </div>
      <div className="tblwrap" role="region" aria-label={`${t('byMonth')}, ${currency}`} tabIndex={0}>
        <table className="pin names">
          <thead>
            <tr>
              <th>{t('expectedMonth')}</th>
              <th className="num">{t('count')}</th>
              {COLUMNS.map((name) => (
                <th key={name} className="num">
                  {t(name)}
                </th>
              ))}
              <th className="num" title={t('bandWhy')}>
                {t('band')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={JSON.stringify(row.key)}>
                <td>
                  <Link className="link" to={reportOf(row, filters, moment)}>
                    {monthOf(row, language) ?? t('noMonth')}
                  </Link>
                </td>
                <Cells row={row} currency={currency} />
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <td>{t('total')}</td>
              <Cells row={total} currency={currency} />
            </tr>
          </tfoot>
        </table>
      </div>
    </section>
  );
};

const Cells = ({ row: { measures }, currency }: { readonly row: ReportRow; readonly currency: string }) => {
  const language = useLanguage();
  const worth = (name: string) => roundMoney({ amount: String(measures[name]), currency }, language);
  return (
    <>
      <td className="num">{number(Number(measures['deals']), language)}</td>
      {COLUMNS.map((name) => (
        <td key={name} className="num" title={number(String(measures[name]), language)}>
          {worth(name)}
        </td>
      ))}
      <td className="num">
        {worth('forecastLow')} – {worth('forecastHigh')}
      </td>
    </>
  );
};

const monthOf = ({ key }: ReportRow, language: Language) =>
  typeof key['expectedMonth'] === 'string' ? month(`${key['expectedMonth']}-15`, language) : undefined;

/** The report on the deals of a month by owner. */
const reportOf = ({ key }: ReportRow, filters: Filters, { asOf, axis }: Moment): string => {
  const asked = { ...filters, ...(asOf !== undefined && { asOf, axis }), status: 'open' };
  const params = new URLSearchParams({ report: 'deals', by: 'owner', show: 'weightedValue' });
  for (const [name, values] of Object.entries(asked)) for (const value of [values].flat()) params.append(name, value);
  if (typeof key['expectedMonth'] === 'string') params.append('expectedMonth', key['expectedMonth']);
  return `/reports?${params}`;
};

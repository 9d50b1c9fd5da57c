import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { money, number, roundMoney } from '../../design/format.js';
import { Moment } from '../../design/moment.js';
import { useLanguage, type Language } from '../../words/language.js';
import type { CustomerView } from './data.js';
import { useCustomerTexts } from './texts.js';

type Sums = { readonly count: number; readonly values: Readonly<Record<string, string>> };

const totals = ({ values }: Sums, language: Language, round = false) => {
  const all = Object.entries(values).filter(([, amount]) => Number(amount) !== 0);
  const show = round ? roundMoney : money;
  return all.map(([currency, amount]) => show({ currency, amount }, language)).join(' · ') || number(0, language);
};

/** Sales, finance, after-sales and logistics, each with the figure that counts first. */
export const Sources = ({ customer }: { readonly customer: CustomerView }) => (
  <div className="sources">
    <Sales customer={customer} />
    <Finance customer={customer} />
    <AfterSales customer={customer} />
    <Logistics customer={customer} />
  </div>
);

type Row = readonly [label: string, value: ReactNode, isBad?: boolean];
type SourceProps = { readonly title: string; readonly figure: ReactNode; readonly rows: readonly Row[] };

const Source = ({ title, figure, rows }: SourceProps) => (
  <section className="src">
    <h3>{title}</h3>
    <span className="fig">{figure}</span>
    <dl>
      {rows.map(([label, value, isBad]) => (
        <div key={label} style={{ display: 'contents' }}>
          <dt>{label}</dt>
          <dd className={isBad ? 'bad' : undefined}>{value}</dd>
        </div>
      ))}
    </dl>
  </section>
);

const Hidden = ({ title }: { readonly title: string }) => (
  <section className="src">
    <h3>{title}</h3>
    <p className="small faint">{useCustomerTexts()('noRight')}</p>
  </section>
);

type Props = { readonly customer: CustomerView };

const listOf = (path: string, customerId: string, more = '') =>
  `/${path}?customer=${encodeURIComponent(customerId)}${more}`;

const Sales = ({ customer: { deals, customerId } }: Props) => {
  const [t, language] = [useCustomerTexts(), useLanguage()];
  if (!deals) return <Hidden title={t('sales')} />;
  const open =
    deals.open.count === 0
      ? number(0, language)
      : `${number(deals.open.count, language)} · ${totals(deals.open, language, true)}`;
  return (
    <Source
      title={t('sales')}
      figure={totals(deals.won, language, true)}
      rows={[
        [t('dealsWon'), number(deals.won.count, language)],
        [
          t('open'),
          <Link key="open" className="figure" to={listOf('pipeline', customerId)}>
            {open}
          </Link>,
        ],
      ]}
    />
  );
};

const Finance = ({ customer: { finance } }: Props) => {
  const [t, language] = [useCustomerTexts(), useLanguage()];
  if (!finance) return <Hidden title={t('finance')} />;
  return (
    <Source
      title={t('finance')}
      figure={totals(finance.open, language, true)}
      rows={[
        [t('overdue'), totals(finance.overdue, language, true), finance.overdue.count > 0],
        [t('paid'), totals(finance.paid, language, true)],
      ]}
    />
  );
};

const AfterSales = ({ customer: { complaints, customerId } }: Props) => {
  const [t, language] = [useCustomerTexts(), useLanguage()];
  if (!complaints) return <Hidden title={t('afterSales')} />;
  const overdue = complaints.openComplaints.filter(({ overdueSince }) => overdueSince !== null).length;
  const { average } = complaints.satisfaction;
  return (
    <Source
      title={t('afterSales')}
      figure={<Link to={listOf('complaints', customerId, '&status=open')}>{number(complaints.open, language)}</Link>}
      rows={[
        [t('overdue'), number(overdue, language), overdue > 0],
        [t('satisfaction'), average === null ? '–' : t('of5', { score: number(average, language) })],
      ]}
    />
  );
};

const Logistics = ({ customer: { logistics, usage } }: Props) => {
  const [t, language] = [useCustomerTexts(), useLanguage()];
  if (!logistics) return <Hidden title={t('logistics')} />;
  const [delivery] = logistics.deliveries;
  const period = usage?.[0]?.periods[0];
  return (
    <Source
      title={t('logistics')}
      figure={number(logistics.open.count, language)}
      rows={[
        [t('deliveries'), delivery ? <Moment at={delivery.deliveredAt} /> : '–'],
        [t('usage'), period ? `${number(period.quantity, language)} ${period.unit}` : '–'],
      ]}
    />
  );
};

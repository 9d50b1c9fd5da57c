import { addressOf } from '../../design/addresses.js';
import { exactMoney } from '../../design/format.js';
import { DeskPage } from '../../design/list/desk-page.js';
import { List } from '../../design/list/list.js';
import { Empty } from '../../design/states.js';
import { useNow } from '../../design/moment.js';
import { useSession } from '../../session/use-session.js';
import { useLanguage } from '../../words/language.js';
import type { Quote } from '../quote/quote-types.js';
import { conditionsOf, DESKS, type Desk } from './desks.js';
import { useQuotesTexts } from './texts.js';

/** The desk of quotes: what ends first stands first. */
const Quotes = () => {
  const [t, { userId }, now] = [useQuotesTexts(), useSession(), useNow()];
  return (
    <DeskPage
      title={t('title')}
      label={t('desks')}
      path="/v1/quotes"
      desks={DESKS}
      name={t}
      conditionsOf={(desk) => conditionsOf(desk, userId, now)}
    >
      {(desk) => <QuoteDesk key={desk} desk={desk} />}
    </DeskPage>
  );
};

const QuoteDesk = ({ desk }: { readonly desk: Desk }) => {
  const [t, { userId }, now] = [useQuotesTexts(), useSession(), useNow()];
  return (
    <List<Quote>
      path="/v1/quotes"
      saves={['desk']}
      fixed={conditionsOf(desk, userId, now)}
      searchLabel={t('search')}
      idOf={({ quoteId }) => quoteId}
      to={({ quoteId }) => addressOf.quote(quoteId)}
      columns={[
        { name: 'title', width: '28%', phone: 'wide' },
        { name: 'customerName', width: '20%', phone: 'wide', label: { en: 'Customer', zh: '客户' } },
        { name: 'status', phone: 'start' },
        {
          name: 'totals',
          phone: 'side',
          show: (quote) => <Total quote={quote} />,
          label: { en: 'Total', zh: '价税合计' },
        },
        { name: 'validUntil' },
        { name: 'owner' },
      ]}
      empty={<Empty title={t('none')}>{t('noneWhy')}</Empty>}
    />
  );
};

const Total = ({ quote: { totals, currency } }: { readonly quote: Quote }) => (
  <span className="nowrap">{exactMoney({ amount: totals.total, currency }, useLanguage())}</span>
);

export default Quotes;

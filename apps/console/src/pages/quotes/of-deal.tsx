import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { answerOf, api } from '../../api/client.js';
import { addressOf } from '../../design/addresses.js';
import { Icon } from '../../design/icon.js';
import { Section } from '../../design/section.js';
import { useMay } from '../../session/use-session.js';
import { QuoteItems } from './quote-items.js';
import { useQuotesTexts } from './texts.js';

const MOST = 20; // quotes that are shown

type Props = { readonly dealId: string; readonly isOpen: boolean };

/** The quotes of a deal, the newest first, and another one. */
export const QuotesOfDeal = ({ dealId, isOpen }: Props) => {
  const [t, may] = [useQuotesTexts(), useMay()];
  const query = { deal: [dealId], sort: '-draftedAt' as const, limit: MOST };
  const { data } = useQuery({
    queryKey: ['quotes-of', dealId],
    queryFn: ({ signal }) => answerOf(api.GET('/v1/quotes', { params: { query }, signal })),
    enabled: may('quotes.read'),
    meta: { list: '/v1/quotes' },
  });
  const mayDraft = isOpen && may('quotes.write');
  if (!data || (!mayDraft && data.items.length === 0)) return null;
  return (
    <Section title={t('title')} aside={data.items.length}>
      <QuoteItems quotes={data.items.map((each) => ({ ...each, total: each.totals.total }))} />
      {mayDraft && (
        <Link className="btn mini" to={addressOf.draftQuote(dealId)}>
          <Icon name="plus" /> {t('draft')}
        </Link>
      )}
    </Section>
  );
};

import { Section } from '../../design/section.js';
import type { components } from '../../generated/api.js';
import { QuoteItems } from './quote-items.js';
import { useQuotesTexts } from './texts.js';

type Props = { readonly customer: Pick<components['schemas']['CustomerView'], 'quotes'> };

const MOST = 5; // quotes that are shown

/** The newest quotes of a customer. */
export const QuotesOfCustomer = ({ customer: { quotes } }: Props) => {
  const t = useQuotesTexts();
  if (!quotes || quotes.newest.length === 0) return null;
  return (
    <Section title={t('title')} aside={quotes.newest.length}>
      <QuoteItems quotes={quotes.newest.slice(0, MOST)} />
    </Section>
  );
};

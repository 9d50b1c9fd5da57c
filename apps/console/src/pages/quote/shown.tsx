import { Link } from 'react-router';
import type { Field } from '../../api/catalogue.js';
import { addressOf } from '../../design/addresses.js';
import { CustomerLink } from '../../design/customer-link.js';
import { exactMoney } from '../../design/format.js';
import { Value } from '../../design/list/cell.js';
import { PageHead } from '../../design/page-head.js';
import { RecordEvents } from '../../design/record-events.js';
import { Fact, Facts } from '../../design/record.js';
import { Section } from '../../design/section.js';
import { useLanguage } from '../../words/language.js';
import { Actions } from './actions.js';
import { Approval } from './approval.js';
import { Lines } from './lines.js';
import { NextStep } from './next-step.js';
import type { Quote } from './quote-types.js';
import { useQuoteTexts } from './texts.js';
import { Versions } from './versions.js';

const FACTS = [
  ...['number', 'validUntil', 'taxRegion', 'recipient', 'paymentTerms', 'notes', 'owner', 'preparedBy'],
  ...['draftedAt', 'sentAt', 'endedAt', 'acceptedBy', 'reference', 'reason'],
];

type Props = { readonly quote: Quote; readonly fields: readonly Field[] };

/** A quote that was read: lines with totals, what it waits for, approval, versions, terms. */
export const Shown = ({ quote, fields }: Props) => {
  const [t, language] = [useQuoteTexts(), useLanguage()];
  const { quoteId, customerId, customerName, title, number, status, totals, currency, draftedAt } = quote;
  const field = fields.find(({ name }) => name === 'status');
  return (
    <>
      <PageHead
        title={title}
        parent={{ title: t('deal'), to: addressOf.deal(quote.dealId), here: number ?? t('here') }}
        meta={
          <>
            <span className="tag acc">{field && <Value value={status} field={field} />}</span>
            <CustomerLink customerId={customerId} customerName={customerName} />
            <span className="nowrap">{exactMoney({ amount: totals.total, currency }, language)}</span>
          </>
        }
        actions={<Actions quote={quote} />}
      />
      <NextStep quote={quote} />
      <div className="cols record">
        <div className="left">
          <Lines quote={quote} fields={fields} />
          <RecordEvents customerId={customerId} id={['quoteId', quoteId]} since={draftedAt} fields={fields} />
        </div>
        <div className="right">
          <Approval quote={quote} fields={fields} />
          <Versions quote={quote} fields={fields} />
          <Section
            title={t('terms')}
            aside={
              <Link className="link" to={addressOf.deal(quote.dealId)}>
                {t('deal')}
              </Link>
            }
          >
            <Terms quote={quote} fields={fields} />
          </Section>
        </div>
      </div>
    </>
  );
};

const Terms = ({ quote, fields }: Props) => (
  <Facts>
    {FACTS.flatMap((name) => {
      const value = quote[name as keyof Quote];
      const field = fields.find((each) => each.name === name);
      if (!field || value === null) return [];
      const shown =
        typeof value === 'string' && value.includes('\n') ? <span className="said">{value}</span> : undefined;
      return [<Fact key={name} field={field} value={value} {...(shown && { shown })} />];
    })}
  </Facts>
);

import { useState } from 'react';
import { useParams } from 'react-router';
import { addressOf } from '../../design/addresses.js';
import { PageHead } from '../../design/page-head.js';
import { RecordPage } from '../../design/record-page.js';
import { texts } from '../../words/texts.js';
import { QuoteEditor } from '../quote/editor/editor.js';
import { lineOf } from '../quote/editor/lines.js';
import type { Quote } from '../quote/quote-types.js';
import { readQuote } from '../quote/read-quote.js';

const useTexts = texts({
  quote: ['Quote', '报价单'],
  here: ['Revise', '修订'],
  next: [
    'Version {{version}} was sent and stays as it is: this begins version {{next}}.',
    '版本 {{version}} 已发送，保持不变；保存后产生版本 {{next}}。',
  ],
});

/** Revises a quote: a draft as it is, or a new version of what was sent. */
const QuoteEditPage = () => {
  const { quoteId = '' } = useParams();
  return (
    <RecordPage list="/v1/quotes" of={['quote', quoteId]} read={readQuote(quoteId)}>
      {(quote) => <Editing quote={quote} />}
    </RecordPage>
  );
};

const initialOf = (quote: Quote) => {
  const { title, currency, lines, discount, taxRegion, validUntil, paymentTerms, recipient, notes } = quote;
  const { owner } = quote;
  return {
    ...{ title, currency, discount, taxRegion, validUntil, paymentTerms, recipient, notes },
    ...{ lines: lines.map(lineOf), owner: owner && { id: owner.id } },
  };
};

const Editing = ({ quote }: { readonly quote: Quote }) => {
  const [count, again] = useState(0);
  const t = useTexts();
  const { quoteId, title, version, revision, sentAt, currency } = quote;
  const address = addressOf.quote(quoteId);
  return (
    <>
      <PageHead
        title={title}
        parent={{ title: t('quote'), to: address, here: t('here') }}
        meta={sentAt !== null && t('next', { version, next: version + 1 })}
      />
      <div className="page">
        <QuoteEditor
          key={count}
          command="ReviseQuote"
          fixed={{ quoteId }}
          initial={initialOf(quote)}
          {...{ quoteId, currency, revision, lines: [] }}
          back={address}
          again={() => again(count + 1)}
        />
      </div>
    </>
  );
};

export default QuoteEditPage;
